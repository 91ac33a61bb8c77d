package dev.clew.web.curate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.curate.Imports;
import dev.clew.desk.ImportRun;
import dev.clew.model.Insight;
import dev.clew.model.NearDuplicates;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/**
 * The call that tells which imported claims say what others say: {@code GET /api/imports/N/alike}. Asked for when an import
 * is through, some claims at a time, so that no import waits for it.
 */
final class ImportedAlikeCalls {
    /** Most claims of an import that one call looks at, each for about 10 ms on 100 000 insights. */
    private static final int MOST_LOOKED_AT = 50;

    private static final int MOST_SIMILAR = 3;

    private final Imports imports;
    private final NearDuplicates duplicates;

    ImportedAlikeCalls(Imports imports, NearDuplicates duplicates) {
        this.imports = imports;
        this.duplicates = duplicates;
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("GET", "/api/imports/{number}/alike", Role.CONTRIBUTOR),
                "The claims that an import published and that say what another published claim says; looks at some of them"
                        + " at a time. Of an import that proposes, each proposal tells it.",
                List.of(
                        ImportCalls.NUMBER,
                        Parameter.fallback(
                                "limit",
                                new Form.Whole(1, MOST_LOOKED_AT),
                                Integer.toString(MOST_LOOKED_AT),
                                "Most claims of the import to look at."),
                        Parameter.optional("cursor", new Form.Id(), "Where the last answer ended, as it said.")),
                Route.Produces.json("ImportedAlike"),
                this::alike));
    }

    private Answer alike(Route.Asked asked) {
        ImportRun run = ImportCalls.mine(imports, asked);
        int limit = asked.arguments().whole("limit");
        RecordName last = asked.arguments()
                .optionalText("cursor")
                .map(RecordName::insight)
                .orElse(null);
        List<Insight> looked = imports.insights(run, last, limit);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("import", run.number());
        ArrayNode alike = json.putArray("alike");
        looked.forEach(insight -> putSimilar(insight, alike));
        json.put("looked", looked.size());
        if (looked.size() == limit) {
            json.put("cursor", looked.getLast().id());
        }
        return Answer.json(json);
    }

    private void putSimilar(Insight insight, ArrayNode alike) {
        List<NearDuplicates.Alike> found =
                duplicates.alike(NearDuplicates.Wording.of(insight), NearDuplicates.SAME, MOST_SIMILAR);
        if (found.isEmpty()) {
            return;
        }
        ObjectNode one = alike.addObject()
                .put("id", insight.id())
                .put("text", insight.claim().text());
        ProposalJson.putSimilar(one, found);
    }
}
