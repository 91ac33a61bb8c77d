package dev.clew.web.curate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.curate.Imports;
import dev.clew.curate.Imports.Manner;
import dev.clew.desk.ImportRun;
import dev.clew.desk.ImportRun.Mode;
import dev.clew.desk.ImportRun.Refused;
import dev.clew.desk.Repeats;
import dev.clew.exchange.FileFormat;
import dev.clew.exchange.MendFile;
import dev.clew.exchange.TableColumn;
import dev.clew.exchange.TableTemplate;
import dev.clew.exchange.UploadedFile;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordType;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The calls that import files. */
final class ImportCalls {
    /** Most bytes of an uploaded file; packed ones may unpack to 1 GiB. */
    static final long LIMIT_BYTES = 256L << 20;

    private static final String PACKED = "application/gzip";
    private static final int LISTED_REFUSALS = 200;
    static final Parameter NUMBER =
            Parameter.path("number", new Form.Whole(1, 999_999_999_999L), "The number of the import.");

    private final Imports imports;
    private final Repeats repeats;

    ImportCalls(Imports imports, Repeats repeats) {
        this.imports = imports;
        this.repeats = repeats;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("POST", "/api/import", Role.CONTRIBUTOR),
                        "Imports a file: a curator's records are published, a contributor's wait for review. Answers 202"
                                + " when it is not through within the wait.",
                        upload(),
                        Route.Produces.json("ImportRun"),
                        this::imported),
                new Route(
                        new Route.Address("GET", "/api/import/template", Role.ANYBODY),
                        "A table to fill in and import, with a remark on how each cell is written.",
                        List.of(Parameter.fallback(
                                "type", new Form.Choice(types()), "insight", "What the table is to hold.")),
                        Route.Produces.media(List.of("text/csv")),
                        ImportCalls::template),
                new Route(
                        new Route.Address("GET", "/api/imports", Role.CONTRIBUTOR),
                        "Imports, newest first: a contributor's own, for a curator everybody's.",
                        List.of(
                                Parameter.fallback("limit", new Form.Whole(1, 200), "50", "Most imports."),
                                Parameter.optional(
                                        "cursor",
                                        new Form.Whole(1, 999_999_999_999L),
                                        "Where the last page ended, as its answer said.")),
                        Route.Produces.json("ImportRuns"),
                        this::list),
                route("GET", "", Role.CONTRIBUTOR, "One import: how far it is, or how it went.", this::one),
                route("POST", "/cancel", Role.CONTRIBUTOR, "Stops an import; what it wrote stays.", this::cancelled),
                route("POST", "/undo", Role.CURATOR, "Takes back what an import wrote, as one.", this::undone),
                new Route(
                        new Route.Address("GET", "/api/imports/{number}/refused", Role.CONTRIBUTOR),
                        "What an import refused, as a file to mend and import again: rows or lines with why.",
                        List.of(NUMBER),
                        Route.Produces.media(List.of("text/csv", "application/x-ndjson")),
                        this::refused));
    }

    private Route route(String method, String place, Role role, String summary, Route.Call call) {
        Route.Address address = new Route.Address(method, "/api/imports/{number}" + place, role);
        return new Route(address, summary, List.of(NUMBER), Route.Produces.json("ImportRun"), call);
    }

    private static Takes upload() {
        List<String> mediaTypes = Stream.concat(
                        Arrays.stream(FileFormat.values())
                                .filter(FileFormat::isRead)
                                .map(FileFormat::mediaType),
                        Stream.of("application/n-triples", PACKED))
                .toList();
        List<Parameter> parameters = List.of(
                Parameter.optional(
                        "mode",
                        new Form.Choice(
                                Arrays.stream(Mode.values()).map(Mode::code).toList()),
                        "publish, propose, or check, which only tells what would be refused; left out: publish for a"
                                + " curator, propose for a contributor."),
                Parameter.optional(
                        "name",
                        new Form.Text(200),
                        "The file's name, for the record; of a packed file it says the format."),
                Parameter.fallback(
                        "strict", new Form.Flag(), "false", "Whether nothing is written when any record is refused."),
                Parameter.fallback("wait", new Form.Whole(0, 30), "10", "How many seconds to wait for its end."));
        return new Takes(
                parameters, Set.of(Takes.Header.IDEMPOTENCY_KEY), new Takes.Content(mediaTypes, "", LIMIT_BYTES));
    }

    private static List<String> types() {
        return Arrays.stream(RecordType.values()).map(RecordType::code).toList();
    }

    private static Answer template(Route.Asked asked) {
        RecordType type = RecordType.find(asked.arguments().text("type")).orElseThrow();
        return download("text/csv", type.code() + "-template.csv", TableTemplate.of(type));
    }

    private static Answer download(String mediaType, String name, byte[] body) {
        return Answer.of(mediaType + "; charset=utf-8", body)
                .with("Content-Disposition", "attachment; filename=\"" + name + '"');
    }

    private Answer imported(Route.Asked asked) {
        Mode mode = mode(asked);
        String mediaType = asked.body().mediaType();
        String name = asked.arguments().optionalText("name").orElse("");
        FileFormat format = format(mediaType, name);
        String shown = name.isEmpty() ? "upload." + format.code() : name;
        UploadedFile upload = UploadedFile.take(asked.body().stream(), shown, format);
        List<TableColumn> columns = columns(upload);
        Manner manner = new Manner(mode, asked.arguments().flag("strict").orElse(false));
        long number = started(asked, upload, manner);
        boolean ended =
                imports.await(number, Duration.ofSeconds(asked.arguments().whole("wait")));
        ObjectNode json = json(imports.runs().require(number), true);
        ArrayNode understood = json.putArray("columns");
        columns.forEach(column ->
                understood.addObject().put("heading", column.heading()).put("field", column.field()));
        return Answer.json(json).withStatus(ended ? 200 : 202).with("Location", "/api/imports/" + number);
    }

    /** The number of the import; of the one that the same request began before. */
    private long started(Route.Asked asked, UploadedFile upload, Manner manner) {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            String number = repeats.once(request(asked, upload, manner), keeper -> {
                long begins = imports.start(upload, manner, asked.caller(), keeper);
                begun.set(true);
                return Long.toString(begins);
            });
            return Long.parseLong(number);
        } finally {
            if (!begun.get()) {
                upload.close();
            }
        }
    }

    private static Repeats.Request request(Route.Asked asked, UploadedFile upload, Manner manner) {
        String key = asked.sent().idempotencyKey();
        // A file is read for its hash only where a repeat is to be known.
        String file =
                key == null ? "" : upload.file().format() + " " + upload.file().shownName() + " " + upload.hash();
        return new Repeats.Request(asked.caller().name(), key, "import " + manner + " " + file);
    }

    private static List<TableColumn> columns(UploadedFile upload) {
        try {
            return TableColumn.of(upload.file());
        } catch (RuntimeException refused) {
            upload.close();
            throw refused;
        }
    }

    private static Mode mode(Route.Asked asked) {
        boolean curator = asked.caller().role().includes(Role.CURATOR);
        Mode mode = asked.arguments()
                .optionalText("mode")
                .flatMap(code -> Enumerations.find(Mode.class, code))
                .orElse(curator ? Mode.PUBLISH : Mode.PROPOSE);
        if (mode == Mode.PUBLISH) {
            asked.caller().require(Role.CURATOR);
        }
        return mode;
    }

    private static FileFormat format(String mediaType, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (mediaType.equals(PACKED)) {
            String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
            return FileFormat.ofName(plain)
                    .filter(FileFormat::isRead)
                    .orElseThrow(() -> new ClewException(
                            ErrorCode.UNSUPPORTED_FORMAT,
                            "Of a packed file the parameter name must say the format, such as claims.csv.gz."));
        }
        if (mediaType.equals("application/n-triples")) {
            return FileFormat.TURTLE;
        }
        return FileFormat.ofMediaType(mediaType).orElseThrow();
    }

    private ImportRun mine(Route.Asked asked) {
        return mine(imports, asked);
    }

    /**
     * The import that is asked about.
     *
     * @throws ClewException (not-found) when there is none that the caller may see
     */
    static ImportRun mine(Imports imports, Route.Asked asked) {
        ImportRun run =
                imports.runs().require(asked.arguments().optionalWhole("number").orElseThrow());
        if (!maySee(run, asked.caller())) {
            throw new ClewException(ErrorCode.NOT_FOUND, "There is no import " + run.number() + " that you may see.");
        }
        return run;
    }

    private static boolean maySee(ImportRun run, Caller caller) {
        return run.file().by().equals(caller.name()) || caller.role().includes(Role.CURATOR);
    }

    private Answer list(Route.Asked asked) {
        int limit = asked.arguments().whole("limit");
        long before = asked.arguments().optionalWhole("cursor").orElse(Long.MAX_VALUE);
        List<ImportRun> page = imports.runs().list(before, limit);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("imports");
        page.stream().filter(run -> maySee(run, asked.caller())).forEach(run -> list.add(json(run, false)));
        if (page.size() == limit) {
            json.put("cursor", Long.toString(page.getLast().number()));
        }
        return Answer.json(json);
    }

    private Answer one(Route.Asked asked) {
        return Answer.json(json(mine(asked), true));
    }

    private Answer cancelled(Route.Asked asked) {
        ImportRun run = mine(asked);
        imports.cancel(run.number());
        imports.await(run.number(), Duration.ofSeconds(10));
        return Answer.json(json(imports.runs().require(run.number()), true));
    }

    private Answer undone(Route.Asked asked) {
        return Answer.json(json(imports.undo(mine(asked).number(), asked.caller()), true));
    }

    private Answer refused(Route.Asked asked) {
        ImportRun run = mine(asked);
        FileFormat format = FileFormat.ofName("." + run.file().format())
                .filter(MendFile::isOffered)
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND,
                        "A file to mend is made of tables and JSON Lines; what was refused of this one is listed at"
                                + " /api/imports/" + run.number() + "."));
        List<MendFile.Entry> entries = imports.runs().refused(run.number(), Integer.MAX_VALUE).stream()
                .map(each -> new MendFile.Entry(each.reason(), each.content()))
                .toList();
        StringWriter out = new StringWriter();
        try {
            MendFile.write(format, run.file().head(), entries, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can be written", impossible);
        }
        byte[] body = out.toString().getBytes(StandardCharsets.UTF_8);
        return download(format.mediaType(), "import-" + run.number() + "-refused." + format.code(), body);
    }

    private ObjectNode json(ImportRun run, boolean whole) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("number", run.number())
                .put("file", run.file().name())
                .put("format", run.file().format())
                .put("mode", run.file().mode().code())
                .put("by", run.file().by())
                .put("state", run.state().code())
                .put("made", run.made().toString())
                .put("read", run.counts().read())
                .put("written", run.counts().written())
                .put("skipped", run.counts().skipped())
                .put("refused", run.counts().refused());
        Optional.ofNullable(run.ended()).ifPresent(ended -> json.put("ended", ended.toString()));
        if (!run.message().isEmpty()) {
            json.put("message", run.message());
        }
        if (run.changes().run() > 0) {
            json.put("run", run.changes().run());
        }
        if (run.changes().last() > 0) {
            json.put("last", run.changes().last());
        }
        if (whole) {
            details(run, json);
        }
        return json;
    }

    private void details(ImportRun run, ObjectNode json) {
        imports.progress(run.number())
                .ifPresent(progress -> json.putObject("progress")
                        .put("stage", progress.stage().code())
                        .put("done", progress.done())
                        .put("total", progress.total()));
        ArrayNode refusals = json.putArray("refusals");
        for (Refused each : imports.runs().refused(run.number(), LISTED_REFUSALS)) {
            ObjectNode one = refusals.addObject().put("line", each.line()).put("reason", each.reason());
            if (!each.name().isEmpty()) {
                one.put("name", each.name());
            }
        }
    }
}
