package dev.clew.neo4j;

import dev.clew.model.EdgeName;
import dev.clew.model.EdgeQuery;
import dev.clew.model.EntityKind;
import dev.clew.model.Enumerations;
import dev.clew.model.Hop;
import dev.clew.model.Lens;
import dev.clew.model.Path;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question to the property graph whose answer is what Clew answers too. Immutable.
 *
 * @param text in Cypher
 * @param parameters values by name: texts, whole numbers, and lists and maps of these
 */
public record CypherQuestion(String text, Map<String, Object> parameters) {
    private static final String EDGES = """
            MATCH (e:Entity {id: $entity})-[r]-(o:Entity)
            WHERE ($direction = 'both' OR r.relation IN $symmetric
                    OR ($direction = 'out' AND startNode(r) = e) OR ($direction = 'in' AND endNode(r) = e))
              AND (size($relations) = 0 OR r.relation IN $relations)
              AND (size($kinds) = 0 OR o.kind IN $kinds)
              AND r.voicesFor >= $minVoices
            RETURN startNode(r).id AS subject, r.relation AS relation, endNode(r).id AS object, r.sign AS sign,
                   r.voicesFor AS voicesFor, r.voicesAgainst AS voicesAgainst, r.contested AS contested,
                   r.evidence AS insights, r.deniedBy AS deniedBy
            ORDER BY voicesFor DESC, relation, subject, object LIMIT $limit""";

    private static final String AROUND = """
            UNWIND $entities AS entity
            MATCH (e:Entity {id: entity})-[r]-(o:Entity)
            WHERE $facts OR size(r.evidence) > 0
            RETURN entity, o.id AS other, startNode(r).id AS subject, r.relation AS relation, endNode(r).id AS object,
                   r.sign AS sign, r.voicesFor AS voicesFor, r.voicesAgainst AS voicesAgainst, r.evidence AS insights
            ORDER BY other, relation, subject, object, entity""";

    private static final String HOPS = """
            UNWIND $hops AS hop
            MATCH (s:Entity {id: hop.subject})-[r {relation: hop.relation}]->(o:Entity {id: hop.object})
            RETURN hop.path AS path, hop.hop AS hop, s.id AS subject, r.relation AS relation, o.id AS object,
                   r.evidence AS insights, r.deniedBy AS deniedBy
            ORDER BY path, hop""";

    /** Copies the parameters. */
    public CypherQuestion {
        parameters = Map.copyOf(parameters);
    }

    /**
     * The first page of the edges at an entity, each with its claims.
     *
     * @return nothing for what is not kept on the server: earlier states, what a lens leaves, what is only denied, later pages
     */
    public static Optional<CypherQuestion> edges(EdgeQuery query, Relations relations) {
        EdgeQuery.Filter filter = query.filter();
        boolean isKept = isNewest(query.lens()) && query.lens().facts() && !filter.denied();
        if (!isKept || query.page().cursor() != null) {
            return Optional.empty();
        }
        return Optional.of(new CypherQuestion(
                EDGES,
                Map.of(
                        "entity",
                        query.entity(),
                        "direction",
                        Enumerations.code(query.direction()),
                        "symmetric",
                        ClaimQuestions.ids(relations, RelationType::isSymmetric),
                        "relations",
                        filter.relations().stream().sorted().toList(),
                        "kinds",
                        filter.kinds().stream().sorted().map(EntityKind::label).toList(),
                        "minVoices",
                        filter.minVoices(),
                        "limit",
                        query.page().limit())));
    }

    /**
     * The edges of several entities, those that lead to the same one together: what they share, and what is of one only.
     *
     * @return nothing for what is not kept on the server: earlier states and what a lens leaves
     */
    public static Optional<CypherQuestion> around(List<String> entities, Lens lens) {
        return isNewest(lens)
                ? Optional.of(new CypherQuestion(AROUND, Map.of("entities", entities, "facts", lens.facts())))
                : Optional.empty();
    }

    /**
     * The claims behind the connection of every hop of paths, in whatever meaning, and those that deny it. Which paths these are, and in which order, is found by
     * Clew's own search, which no statement says.
     *
     * @return nothing for what is not kept on the server: earlier states and what a lens leaves
     */
    public static Optional<CypherQuestion> hops(List<Path> paths, Lens lens) {
        if (!isNewest(lens) || paths.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, Object>> hops = new ArrayList<>();
        for (int path = 0; path < paths.size(); path++) {
            List<EdgeName> edges =
                    paths.get(path).hops().stream().map(Hop::edge).toList();
            for (int hop = 0; hop < edges.size(); hop++) {
                EdgeName edge = edges.get(hop);
                hops.add(Map.of(
                        "path",
                        path + 1,
                        "hop",
                        hop + 1,
                        "subject",
                        edge.subject(),
                        "relation",
                        edge.relation(),
                        "object",
                        edge.object()));
            }
        }
        return Optional.of(new CypherQuestion(HOPS, Map.of("hops", hops)));
    }

    /** Whether a lens shows what is kept on the server. */
    static boolean isNewest(Lens lens) {
        return lens.passesEveryClaim() && lens.asOf() == null;
    }
}
