package dev.clew.bench;

import dev.clew.graph.PathFinder;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.LinkGraph;
import dev.clew.model.PathQuery;
import dev.clew.model.Relations;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.neo4j.Neo4jHarness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The same questions to the embedded engine, to the engine on a Neo4j server, and to that server in plain Cypher. */
final class Neo4jQuestions {
    private static final int QUESTIONS = 100;
    private static final int WARMING = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String SHORTEST = "MATCH p = SHORTEST 5 (:Entity {id: $from})-[]->{1,6}(:Entity {id: $to})"
            + " RETURN [n IN nodes(p) | n.id] AS nodes";

    private final SyntheticQuestions asked;
    private final Relations relations;

    Neo4jQuestions(SyntheticQuestions asked, Relations relations) {
        this.asked = asked;
        this.relations = relations;
    }

    /** Prints how long the 5 best paths take, of all questions and of those that plain Cypher came to within its time. */
    void paths(LinkGraph graph, LinkGraph served) {
        PathFinder memory = new PathFinder(graph, relations);
        PathFinder engine = new PathFinder(served, relations);
        List<PathQuery> questions = asked.paths(QUESTIONS);
        long found = questions.stream()
                .mapToLong(each -> memory.find(each).paths().size())
                .sum();
        Timing.row("5 best paths, in memory", QUESTIONS, i -> memory.find(questions.get(i)));
        questions.subList(0, WARMING).forEach(engine::find);
        Timing.first("5 best paths, engine=neo4j", QUESTIONS, i -> engine.find(questions.get(i)));
        Timing.note("neo4j: paths found", found);
        long[] peer = shortest(questions);
        Timing.row("peer: Cypher SHORTEST 5 over Bolt", peer);
        Timing.row("the same pairs, in memory", peer.length, i -> memory.find(questions.get(i)));
    }

    /** How long each took, as far as the time reaches; one that the server ended counts as long as it had then run. */
    private static long[] shortest(List<PathQuery> questions) {
        List<Long> nanos = new ArrayList<>();
        int ended = 0;
        long begun = System.nanoTime();
        for (PathQuery each : questions) {
            if (System.nanoTime() - begun > LIMIT.toNanos()) {
                break;
            }
            long asked = System.nanoTime();
            OptionalLong rows = Neo4jHarness.askWithin(
                    PATIENCE,
                    SHORTEST,
                    Map.of("from", each.ends().from(), "to", each.ends().to()));
            nanos.add(System.nanoTime() - asked);
            ended += rows.isEmpty() ? 1 : 0;
        }
        Timing.note("peer: pairs asked for", nanos.size());
        Timing.note("peer: of these not answered within 60 s", ended);
        return nanos.stream().mapToLong(Long::longValue).toArray();
    }

    /** Prints how long search by words takes, ten with facets, and how much was found, of queries that the server answers. */
    void search(SearchIndex embedded, SearchIndex served) {
        List<SearchQuery> queries = asked.searches(QUESTIONS).stream()
                .filter(each -> isAnswered(served, each))
                .toList();
        int count = queries.size();
        Timing.note("search: of 100 queries refused by the server", QUESTIONS - count);
        long[] found = queries.stream()
                .mapToLong(each -> embedded.search(each).total())
                .toArray();
        Timing.row("search 1-3 words, top 10, facets, embedded", count, i -> embedded.search(queries.get(i)));
        Timing.first("search 1-3 words, top 10, facets, neo4j", count, i -> served.search(queries.get(i)));
        Arrays.sort(found);
        Timing.note("search: found by half of the queries, at most", found[count / 2]);
        Timing.note("search: found by the broadest", found[count - 1]);
    }

    /** One of which a word matches more than the server looks through is not. */
    private static boolean isAnswered(SearchIndex served, SearchQuery query) {
        try {
            served.search(query);
            return true;
        } catch (ClewException refused) {
            if (refused.code() != ErrorCode.BAD_REQUEST) {
                throw refused;
            }
            return false;
        }
    }
}
