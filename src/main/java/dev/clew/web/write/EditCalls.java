package dev.clew.web.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.Edit;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.ClewException;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/edits}: several records as one change, such as the claims that a split moves to another entity. */
final class EditCalls {
    private static final Set<String> FIELDS = Set.of("record", "retract", "version");

    private final Writing writing;
    private final RecordBodies bodies;

    EditCalls(Writing writing) {
        this.writing = writing;
        this.bodies = new RecordBodies(
                writing.records(), name -> writing.ledger().read(name).isPresent());
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("POST", "/api/edits", Role.CURATOR),
                "Publishes and retracts up to " + Edit.LIMIT_RECORDS + " records as one change: all of it, or nothing.",
                Takes.json(List.of(Writing.WHY), "Edits").reading(Takes.Header.IDEMPOTENCY_KEY),
                Route.Produces.json("WrittenSeveral"),
                this::edited));
    }

    private Answer edited(Route.Asked asked) {
        JsonNode body = RecordJson.tree(asked.body().text());
        JsonNode given = body.path("edits");
        if (!given.isArray() || body.size() != 1) {
            throw ClewException.invalid("edits", "must be a list in [ ], and the only field", body.toString());
        }
        List<RecordEdit> edits = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            try {
                edits.add(edit(given.get(i)));
            } catch (ClewException refused) {
                String path = "edits[" + i + "]";
                refused.problems().forEach(problem -> problems.add(within(path, problem)));
            }
        }
        if (!problems.isEmpty()) {
            throw ClewException.invalid(problems);
        }
        return writing.several(asked, "edited " + edits.size() + " records", edits);
    }

    private static Problem within(String path, Problem problem) {
        String inner = problem.path().isEmpty() ? path : path + "." + problem.path();
        return new Problem(inner, problem.message(), problem.value());
    }

    private RecordEdit edit(JsonNode edit) {
        edit.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw ClewException.invalid(name, "is no field here; there are: " + new TreeSet<>(FIELDS), name);
            }
        });
        if (edit.has("record") == edit.has("retract")) {
            throw ClewException.invalid("", "must have either record or retract", edit.toString());
        }
        Long version = version(edit.path("version"));
        if (edit.has("record")) {
            return RecordEdit.put(bodies.read(edit.get("record"), null, null).record(), version);
        }
        String path = edit.get("retract").asText();
        RecordName name = RecordName.parse(path)
                .orElseThrow(() -> ClewException.invalid("retract", "must be TYPE/ID, such as entity/compute", path));
        return RecordEdit.retract(name, version);
    }

    private static @Nullable Long version(JsonNode version) {
        if (version.isMissingNode() || version.isNull()) {
            return null;
        }
        if (!version.isIntegralNumber() || !version.canConvertToLong() || version.longValue() < 1) {
            throw ClewException.invalid("version", "must be a whole number from 1", version.toString());
        }
        return version.longValue();
    }
}
