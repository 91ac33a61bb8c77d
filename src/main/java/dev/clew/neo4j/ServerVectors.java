package dev.clew.neo4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.neo4j.driver.Record;

/**
 * Gives the claims on a Neo4j server the vectors of their texts, in the property {@code meaning}, which its index
 * {@code clew_meaning} finds near ones by. They are a cache beside the projection: no part of its position, missing for a
 * while after a claim was written, and made by whoever embeds texts. For one thread, but for {@link #stop}.
 */
public final class ServerVectors {
    private static final int PAGE = 500;

    private final Neo4jServer server;
    private final Awaiting awaiting;
    private volatile boolean stopped;
    private String model = "";
    private long seenAdded = -1;
    private int seenCount = -1;

    /**
     * What there is to give.
     *
     * @param model the identity of the model that made it; vectors of another are removed
     * @param count how many vectors there are
     * @param isComplete whether nothing more is being made, so that looking through all claims is worth it
     * @param of gives the vector of a text, or nothing yet
     */
    public record Made(String model, int count, boolean isComplete, Function<String, Optional<float[]>> of) {}

    /** Of this server. */
    ServerVectors(Neo4jServer server, Awaiting awaiting) {
        this.server = server;
        this.awaiting = awaiting;
    }

    /** Ends a giving that is under way soon; the next one begins where it ended. */
    public void stop() {
        stopped = true;
    }

    /**
     * Gives vectors to those claims that lack theirs. Asks the server nothing when neither claims nor vectors have come since.
     *
     * @return how many were given
     * @throws dev.clew.model.ClewException (not-ready, database) when the server cannot be reached or used
     */
    public int give(Made made) {
        long added = awaiting.added();
        boolean isNew =
                added != seenAdded || made.count() != seenCount || !made.model().equals(model);
        if (!isNew || !begin(made) || awaiting.isAll() && !made.isComplete()) {
            return 0;
        }
        Awaiting.Taken taken = awaiting.take();
        boolean done = false;
        try {
            int given = taken.all() ? giveAll(made) : giveSome(made, taken.ids());
            done = !stopped;
            seenAdded = added;
            seenCount = made.count();
            return given;
        } finally {
            if (!done) {
                awaiting.keep(taken);
            }
        }
    }

    /** Whether the graph is there; the vectors of another model are no longer. */
    private boolean begin(Made made) {
        if (!server.read(server::isWhole)) {
            return false;
        }
        if (!made.model().equals(model)) {
            String there = Statements.text(
                    server.read(statements -> statements.read(VectorStatements.MODEL, Map.of()))
                            .getFirst(),
                    "model");
            if (!made.model().equals(there)) {
                server.run(List.of(VectorStatements.FORGET));
                server.write(statements -> statements.read(VectorStatements.SET_MODEL, Map.of("model", made.model())));
            }
            awaiting.addAll();
            model = made.model();
        }
        return true;
    }

    private int giveAll(Made made) {
        int given = 0;
        String after = "";
        boolean isLast = false;
        while (!isLast && !stopped) {
            Map<String, Object> page = Map.of("after", after, "limit", PAGE);
            List<Record> lacking = server.read(statements -> statements.read(VectorStatements.LACKING, page));
            given += give(made, lacking);
            isLast = lacking.size() < PAGE;
            after = lacking.isEmpty() ? after : Statements.text(lacking.getLast(), "id");
        }
        return given;
    }

    private int giveSome(Made made, List<String> ids) {
        int given = 0;
        for (int from = 0; from < ids.size() && !stopped; from += PAGE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + PAGE));
            given +=
                    give(made, server.read(statements -> statements.read(VectorStatements.TEXTS, Map.of("ids", some))));
        }
        return given;
    }

    private int give(Made made, List<Record> lacking) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Record each : lacking) {
            String id = Statements.text(each, "id");
            String text = Statements.text(each, "text");
            made.of()
                    .apply(text)
                    .ifPresentOrElse(
                            vector -> rows.add(Map.of("id", id, "text", text, "vector", numbers(vector))),
                            () -> left.add(id));
        }
        awaiting.keep(left);
        if (!rows.isEmpty()) {
            server.write(statements -> statements.rows(VectorStatements.GIVE, rows));
        }
        return rows.size();
    }

    private static List<Double> numbers(float[] vector) {
        List<Double> numbers = new ArrayList<>(vector.length);
        for (float each : vector) {
            numbers.add((double) each);
        }
        return numbers;
    }
}
