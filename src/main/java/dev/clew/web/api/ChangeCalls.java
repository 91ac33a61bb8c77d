package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.RecordDifference;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.Change;
import dev.clew.ledger.ChangeSummary;
import dev.clew.ledger.ChangeSummary.Touched;
import dev.clew.ledger.RecordChange;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** Recent changes, newest first, and one change with what it did to each record. */
final class ChangeCalls {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Form NUMBER = new Form.Whole(1, 999_999_999_999_999L);
    /** Most records of one change whose differences are spelled out. */
    private static final int LIMIT_DIFFERENCES = 100;

    private final Reads reads;
    private final RecordDifference difference;

    ChangeCalls(Reads reads) {
        this.reads = reads;
        this.difference = new RecordDifference(new RecordJson(reads.base()));
    }

    Stream<Route> routes() {
        return Stream.of(
                reads.route(
                        "/api/changes",
                        "Recent changes, newest first: who, when, why, and which records.",
                        List.of(
                                Parameter.optional("before", NUMBER, "Only changes with smaller numbers."),
                                Parameter.fallback("who", new Form.Text(100), "", "Only changes of this account."),
                                Parameter.fallback("limit", new Form.Whole(1, 200), "50", "Most changes.")),
                        "Changes",
                        this::changes),
                reads.route(
                        "/api/changes/{n}",
                        "One change, with what differs in each of its records.",
                        List.of(Parameter.path("n", NUMBER, "Its number.")),
                        "ChangeDetails",
                        this::change));
    }

    private Answer changes(Route.Asked asked) {
        int limit = asked.arguments().whole("limit");
        long before = asked.arguments().optionalWhole("before").orElse(Long.MAX_VALUE);
        List<ChangeSummary> found =
                reads.ledger().changesBefore(before, asked.arguments().text("who"), limit);
        ObjectNode json = NODES.objectNode();
        ArrayNode changes = json.putArray("changes");
        View view = reads.view();
        found.forEach(each -> changes.add(summary(each, view)));
        if (found.size() == limit) {
            json.put("nextBefore", found.getLast().n());
        }
        return Answer.json(json.put("change", view.change())).with("Cache-Control", "no-cache");
    }

    private ObjectNode summary(ChangeSummary change, View view) {
        ObjectNode json = NODES.objectNode()
                .put("n", change.n())
                .put("iri", reads.base().changeIri(change.n()))
                .put("at", change.at().toString())
                .put("who", change.author().who())
                .put("why", change.author().why())
                .put("run", change.run())
                .put("total", change.records());
        ArrayNode records = json.putArray("records");
        change.touched().forEach(each -> records.add(touched(each, view)));
        return json;
    }

    private ObjectNode touched(Touched touched, View view) {
        ObjectNode json = record(touched.name(), view)
                .put("version", touched.version())
                .put("action", Enumerations.code(touched.action()));
        if (touched.into() != null) {
            json.set("into", into(touched.into(), view));
        }
        return json;
    }

    private ObjectNode into(RecordName name, View view) {
        return NODES.objectNode().put("id", name.id()).put("label", label(name, view));
    }

    private ObjectNode record(RecordName name, View view) {
        return NODES.objectNode()
                .put("type", name.type().code())
                .put("id", name.id())
                .put("label", label(name, view));
    }

    /** What it is called now, or was called before it was taken back. */
    private String label(RecordName name, View view) {
        return view.find(name)
                .flatMap(stored -> stored.record()
                        .or(() -> reads.ledger()
                                .readVersion(name, stored.version() - 1)
                                .flatMap(StoredRecord::record)))
                .map(ClewRecord::headline)
                .orElse(name.id());
    }

    private Answer change(Route.Asked asked) {
        long n = asked.arguments().optionalWhole("n").orElseThrow();
        View view = reads.view();
        ObjectNode json = reads.ledger().changesBefore(n + 1, "", 1).stream()
                .filter(each -> each.n() == n)
                .findFirst()
                .map(each -> summary(each, view))
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND,
                        "There is no change of this number; the last one is " + view.change() + "."));
        Change change = reads.ledger().changesSince(n - 1, 1).getFirst();
        ArrayNode records = json.putArray("records");
        change.records().stream().limit(LIMIT_DIFFERENCES).forEach(each -> records.add(details(each, view)));
        return Answer.json(json.put("change", view.change())).with("Cache-Control", "no-cache");
    }

    private ObjectNode details(RecordChange change, View view) {
        ClewRecord before = reads.ledger()
                .readVersion(change.name(), change.version() - 1)
                .flatMap(StoredRecord::record)
                .orElse(null);
        ClewRecord now = change.record().orElse(null);
        ObjectNode json = record(change.name(), view)
                .put("version", change.version())
                .put("action", HistoryCalls.action(before, now));
        if (now instanceof Redirect redirect) {
            json.set("into", into(RecordName.entity(redirect.to()), view));
        }
        ArrayNode differences = json.putArray("differences");
        difference.between(before, now).forEach(each -> differences.add(HistoryCalls.difference(each)));
        return json;
    }
}
