package dev.clew.rdf;

import dev.clew.ledger.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/**
 * How many triples and things the published records hold, counted from all of them.
 *
 * @param position the change that was counted at
 * @param classes things by the address of their class
 * @param properties triples by the address of their property, each triple once
 */
public record DataCounts(Position position, Map<String, Long> classes, Map<String, Long> properties) {
    private static final Query CLASSES =
            QueryFactory.create("SELECT ?name (COUNT(DISTINCT ?s) AS ?n) { ?s a ?name } GROUP BY ?name");
    private static final Query PROPERTIES =
            QueryFactory.create("SELECT ?name (COUNT(*) AS ?n) { ?s ?name ?o } GROUP BY ?name");
    private static final long LIMIT_SECONDS = 120;

    /** Copies the maps. */
    public DataCounts {
        classes = Map.copyOf(classes);
        properties = Map.copyOf(properties);
    }

    /**
     * Counts; reads everything once, which takes some seconds for a million triples.
     *
     * @throws org.apache.jena.query.QueryCancelledException after two minutes
     */
    public static DataCounts of(RdfProjection projection) {
        return projection.read(
                view -> new DataCounts(view.position(), counted(view, CLASSES), counted(view, PROPERTIES)));
    }

    private static Map<String, Long> counted(RdfView view, Query query) {
        Map<String, Long> counts = new HashMap<>();
        try (QueryExec execution = view.evaluation(query)
                .overallTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .build()) {
            RowSet rows = execution.select();
            rows.forEachRemaining(row ->
                    counts.put(row.get("name").getURI(), ((Number) row.get("n").getLiteralValue()).longValue()));
        }
        return counts;
    }
}
