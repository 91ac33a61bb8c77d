package dev.clew.web.api;

import dev.clew.model.Relations;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.sparql.AnswerCall;
import java.util.List;

/** The calls of the API that SPARQL queries can make, answered by the very code that answers them over HTTP. */
public final class QueryCalls {
    private QueryCalls() {}

    /** All of them but paths. */
    public static List<AnswerCall> of(Features features, Base base) {
        Relations relations = RelationCatalogue.load();
        // No call here takes the parameter by which a reader waits for a change.
        Reads reads = new Reads(features.ledger(), base, (change, limit) -> {});
        ReachCalls open = new ReachCalls(features.walking().reach(), relations, reads);
        return List.of(
                new EdgeCalls(features.walking().edges(), relations, reads).fromQueries(),
                new RelatedCalls(features.finding().related(), relations, reads).fromQueries(),
                new ConflictCalls(features.finding().disputed(), relations, reads).fromQueries(),
                new LoopCalls(features.walking().paths(), relations, reads).fromQueries(),
                open.reachFromQueries(),
                open.commonFromQueries());
    }
}
