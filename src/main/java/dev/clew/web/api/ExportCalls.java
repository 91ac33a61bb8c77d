package dev.clew.web.api;

import dev.clew.exchange.ExportSelection;
import dev.clew.exchange.FileFormat;
import dev.clew.exchange.LibraryExport;
import dev.clew.exchange.LibraryExport.Addresses;
import dev.clew.exchange.LibraryExport.Written;
import dev.clew.model.AmongQuery;
import dev.clew.model.ClewException;
import dev.clew.model.EdgePage;
import dev.clew.model.EdgeQuery;
import dev.clew.model.Edges;
import dev.clew.model.ErrorCode;
import dev.clew.model.Evidence;
import dev.clew.model.Lens;
import dev.clew.model.RecordName;
import dev.clew.model.Redirects;
import dev.clew.model.Role;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
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
import java.util.Optional;
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

    private static final int EDGES_A_PAGE = 1_000;

    private final SearchIndex search;
    private final Edges edges;
    private final Reads reads;
    private final LibraryExport export;
    private final Semaphore writing = new Semaphore(AT_ONCE);

    ExportCalls(SearchIndex search, Edges edges, Reads reads) {
        this.search = search;
        this.edges = edges;
        this.reads = reads;
        this.export = new LibraryExport(reads.ledger(), reads.base());
    }

    Stream<Route> routes() {
        return Stream.of(whole(), picture());
    }

    private Route whole() {
        return new Route(
                new Route.Address("GET", "/api/export", Role.ANYBODY),
                "The whole library as a file; with around what is near an entity, with q or a filter of /api/search what"
                        + " that finds, up to " + ExportSelection.LIMIT_RECORDS
                        + " records. Clew-Records tells how many, Clew-Complete whether none was left out.",
                parameters(),
                Route.Produces.media(mediaTypes()),
                asked -> answer(asked.arguments()));
    }

    private Route picture() {
        List<Parameter> parameters = new ArrayList<>(LensForm.parameters(true));
        parameters.add(format("md"));
        return new Route(
                new Route.Address("POST", "/api/export", Role.ANYBODY),
                "What a picture shows as a file: up to " + AmongQuery.LIMIT_ENTITIES
                        + " entities, the edges between them"
                        + " or some of these, the claims behind them and their sources; nothing is written.",
                Takes.json(parameters, "PictureExport"),
                Route.Produces.media(mediaTypes()),
                this::pictured);
    }

    private static Parameter format(String usual) {
        return Parameter.fallback(
                "format", new Form.Choice(FileFormat.codes(FileFormat::isWritten)), usual, "The format.");
    }

    private static List<String> mediaTypes() {
        return Arrays.stream(FileFormat.values())
                .filter(FileFormat::isWritten)
                .map(FileFormat::mediaType)
                .toList();
    }

    private static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                format("trig"),
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
        if (selection == null) {
            return file(format, out -> export.write(format, Addresses.UNDER_THE_BASE, out))
                    .with("Clew-Complete", "true");
        }
        ExportSelection part =
                asked.flag("references").orElse(false) ? selection.withReferences(reads.ledger()) : selection;
        return file(format, out -> export.write(part, format, Addresses.UNDER_THE_BASE, out))
                .with("Clew-Records", Integer.toString(part.names().size()))
                .with("Clew-Complete", Boolean.toString(part.complete()));
    }

    private Answer pictured(Route.Asked asked) {
        FileFormat format = FileFormat.toWrite(asked.arguments().text("format"));
        Lens lens = LensForm.read(asked.arguments(), reads);
        View view = reads.view(Optional.ofNullable(lens.asOf()));
        LensForm.require(lens, view);
        PictureBody body =
                PictureBody.read(asked.body().json(), true, lens.asOf() == null ? view.redirects() : Redirects.NONE);
        ExportSelection shown = ExportSelection.shown(reads.ledger(), body.entities(), behind(body, lens));
        Written written = new Written(format, Addresses.UNDER_THE_BASE);
        return file(format, out -> export.write(shown, body::shows, written, out))
                .with("Clew-Records", Integer.toString(shown.names().size()))
                .with("Clew-Complete", Boolean.toString(shown.complete()));
    }

    /** The claims behind the edges that a picture shows, and those that deny them. */
    private Set<String> behind(PictureBody body, Lens lens) {
        Set<String> claims = new LinkedHashSet<>();
        String cursor = null;
        do {
            EdgeQuery.Page asked = new EdgeQuery.Page(EDGES_A_PAGE, cursor);
            EdgePage page =
                    edges.among(new AmongQuery(body.entities(), lens, asked)).page();
            page.edges().stream()
                    .filter(edge -> body.shows(edge.name()))
                    .flatMap(edge -> Stream.concat(edge.evidence().stream(), edge.deniedBy().stream()))
                    .filter(each -> each.kind() == Evidence.Kind.INSIGHT)
                    .forEach(each -> claims.add(each.id()));
            cursor = page.cursor();
        } while (cursor != null);
        return claims;
    }

    private Answer file(FileFormat format, Writing writing) {
        return Answer.streamed(format.mediaType(), written(writing))
                .with("Content-Disposition", "attachment; filename=\"clew-export." + format.code() + '"')
                .with("Clew-Change", Long.toString(reads.change()));
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

    private InputStream written(Writing work) {
        if (!writing.tryAcquire()) {
            throw new ClewException(
                    ErrorCode.NOT_READY, AT_ONCE + " exports are being written already: ask again in a moment.");
        }
        try {
            Path file = Files.createTempFile("clew-export", ".tmp");
            write(work, file);
            return new BufferedInputStream(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), 1 << 16);
        } catch (IOException failed) {
            throw new ClewException(
                    ErrorCode.NO_SPACE, "The export could not be written: free some temporary space.", failed);
        } finally {
            writing.release();
        }
    }

    private static void write(Writing work, Path file) throws IOException {
        boolean whole = false;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            work.into(out);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    private interface Writing {
        void into(OutputStream out) throws IOException;
    }
}
