package dev.clew.web.api;

import dev.clew.exchange.ExportSelection;
import dev.clew.exchange.FileFormat;
import dev.clew.exchange.LibraryExport;
import dev.clew.exchange.LibraryExport.Addresses;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/export}: the whole library, what a search finds, or what is around an entity, as a file.
 *
 * <p>A file is written whole before it is sent, so that a slow reader holds up nothing and a file that is cut short is seen
 * to be; a few are written at a time.
 */
final class ExportCalls {
    private static final int AT_ONCE = 2;
    private static final Set<String> PAGING = Set.of("limit", "cursor", "sort");

    private final SearchIndex search;
    private final Reads reads;
    private final LibraryExport export;
    private final Semaphore writing = new Semaphore(AT_ONCE);

    ExportCalls(SearchIndex search, Reads reads) {
        this.search = search;
        this.reads = reads;
        this.export = new LibraryExport(reads.ledger(), reads.base());
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("GET", "/api/export", Role.ANYBODY),
                "The whole library as a file; with around what is near an entity, with q or a filter of /api/search what"
                        + " that finds, up to " + ExportSelection.LIMIT_RECORDS
                        + " records. Clew-Records tells how many, Clew-Complete whether none was left out.",
                parameters(),
                Route.Produces.media(mediaTypes()),
                asked -> answer(asked.arguments())));
    }

    private static List<String> mediaTypes() {
        return Arrays.stream(FileFormat.values())
                .filter(FileFormat::isWritten)
                .map(FileFormat::mediaType)
                .toList();
    }

    private static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                Parameter.fallback(
                        "format", new Form.Choice(FileFormat.codes(FileFormat::isWritten)), "trig", "The format."),
                Parameter.optional("around", new Form.Id(), "Only what is near this entity."),
                Parameter.fallback(
                        "hops",
                        new Form.Whole(1, ExportSelection.LIMIT_HOPS),
                        "1",
                        "How many steps from the entity, over claims and facts."),
                Parameter.fallback(
                        "references",
                        new Form.Flag(),
                        "false",
                        "Whether a part is given with everything it refers to, so that it can be imported alone.")));
        SearchCalls.parameters().stream()
                .filter(parameter -> !PAGING.contains(parameter.name()))
                .forEach(all::add);
        return all;
    }

    private Answer answer(Arguments asked) {
        FileFormat format = FileFormat.toWrite(asked.text("format"));
        ExportSelection selection = selection(asked);
        if (selection != null && asked.flag("references").orElse(false)) {
            selection = selection.withReferences(reads.ledger());
        }
        Answer answer = Answer.streamed(format.mediaType(), written(selection, format))
                .with("Content-Disposition", "attachment; filename=\"clew-export." + format.code() + '"')
                .with("Clew-Change", Long.toString(reads.change()));
        if (selection == null) {
            return answer.with("Clew-Complete", "true");
        }
        return answer.with("Clew-Records", Integer.toString(selection.names().size()))
                .with("Clew-Complete", Boolean.toString(selection.complete()));
    }

    /** Which records; null for all. */
    private @Nullable ExportSelection selection(Arguments asked) {
        String around = asked.optionalText("around").orElse(null);
        if (around != null) {
            reads.view().require(RecordName.entity(around));
            return ExportSelection.around(reads.ledger(), around, asked.whole("hops"));
        }
        SearchQuery query = query(asked, null);
        boolean everything = query.text().isEmpty()
                && query.filters().isEmpty()
                && query.period().equals(new SearchQuery.Period(null, null))
                && query.evidence().equals(new SearchQuery.Evidence(null, null));
        return everything ? null : found(asked);
    }

    private static SearchQuery query(Arguments asked, @Nullable String cursor) {
        SearchQuery.Page page = new SearchQuery.Page(SearchQuery.Sort.RELEVANCE, SearchQuery.HITS_LIMIT, cursor);
        return SearchCalls.query(asked, page, SearchCalls.mode(asked));
    }

    private ExportSelection found(Arguments asked) {
        Set<RecordName> names = new LinkedHashSet<>();
        SearchAnswer page = search.search(query(asked, null));
        long total = page.total();
        while (true) {
            page.hits().forEach(hit -> names.add(hit.name()));
            String next = page.nextCursor();
            if (next == null || names.size() >= ExportSelection.LIMIT_RECORDS) {
                return ExportSelection.of(names, names.size() >= total);
            }
            page = search.search(query(asked, next));
        }
    }

    private InputStream written(@Nullable ExportSelection selection, FileFormat format) {
        if (!writing.tryAcquire()) {
            throw new ClewException(
                    ErrorCode.NOT_READY, AT_ONCE + " exports are being written already: ask again in a moment.");
        }
        try {
            Path file = Files.createTempFile("clew-export", ".tmp");
            write(selection, format, file);
            return new BufferedInputStream(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), 1 << 16);
        } catch (IOException failed) {
            throw new ClewException(
                    ErrorCode.NO_SPACE, "The export could not be written: free some temporary space.", failed);
        } finally {
            writing.release();
        }
    }

    private void write(@Nullable ExportSelection selection, FileFormat format, Path file) throws IOException {
        boolean whole = false;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            if (selection == null) {
                export.write(format, Addresses.UNDER_THE_BASE, out);
            } else {
                export.write(selection, format, Addresses.UNDER_THE_BASE, out);
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }
}
