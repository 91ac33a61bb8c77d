package dev.clew.sparql;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.DCTerms;

/** Lets the addresses of merged entities keep working: in a query they mean the entity that each was merged into. */
final class FollowedNames {
    private FollowedNames() {}

    /** The query with the addresses of merged entities followed, as the dataset has them. */
    static Query in(Query query, DatasetGraph dataset) {
        Map<Node, Node> survivors = new HashMap<>();
        dataset.findNG(Node.ANY, Node.ANY, DCTerms.isReplacedBy.asNode(), Node.ANY)
                .forEachRemaining(quad -> survivors.put(quad.getSubject(), quad.getObject()));
        return survivors.isEmpty()
                ? query
                : QueryTransformOps.transform(query, node -> survivors.getOrDefault(node, node));
    }
}
