package dev.clew.neo4j;

import dev.clew.model.Lens;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Questions to the property graph about claims beside claims. Each gives all there are: which are listed first is Clew's own ranking. */
public final class ClaimQuestions {
    /** What a dispute of one kind is called; numbers, which are not kept, have none. */
    private static final List<String> DISPUTES =
            List.of("sign", "denial", "contradiction", "rival", "framing", "outdated");

    private static final String RELATED = """
            // What is near in meaning, and what claims only give numbers of, is not kept here.
            MATCH (own:Insight {id: $insight})
            CALL (own) {
                MATCH (own)-[said:SUPPORTS|CONTRADICTS|REFINES]-(i:Insight)
                RETURN i, toLower(type(said)) AS reason, startNode(said).id + ' ' + endNode(said).id AS what
              UNION
                MATCH (own)-[:ASSERTS]->(mine:Link)
                MATCH (i:Insight)-[:ASSERTS]->(theirs:Link {pair: mine.pair})
                WHERE theirs.subject = mine.subject AND theirs.object = mine.object
                WITH i, mine, theirs.relation = mine.relation AS same
                RETURN i, CASE WHEN same THEN 'shared-link' ELSE 'shared-pair' END AS reason,
                       mine.subject + CASE WHEN same THEN ' ' + mine.relation ELSE '' END + ' ' + mine.object AS what
              UNION
                UNWIND $telling AS what
                MATCH (i:Insight)-[:TOPIC|MENTIONS]->(:Entity {id: what})
                RETURN i, 'shared-entity' AS reason, what
              UNION
                UNWIND $telling AS what
                MATCH (i:Insight)-[:ASSERTS]->(:Link)-[:SUBJECT|OBJECT]->(:Entity {id: what})
                RETURN i, 'shared-entity' AS reason, what
            }
            WITH own, i, reason, what WHERE i <> own AND NOT i:Unpublished
            WITH i, collect([reason, what]) AS reasons
            RETURN i.id AS insight, i.text AS text, reasons ORDER BY size(reasons) DESC, insight""";

    private static final String POSITIONS = """
            MATCH (e:Entity {id: $entity})
            CALL (e) {
                MATCH (i:Insight)-[:BELIEVED_BY|SAID_BY]->(e) RETURN i, true AS held
              UNION
                MATCH (i:Insight)-[:TOPIC|MENTIONS|NAMES]->(e) RETURN i, false AS held
              UNION
                MATCH (i:Insight)-[:ASSERTS]->(:Link)-[:SUBJECT|OBJECT]->(e) RETURN i, false AS held
            }
            WITH i, max(held) AS held
            MATCH (i)-[:SAID_IN]->(s:Source)
            WHERE NOT i:Unpublished AND ($topic = '' OR EXISTS { (i)-[:TOPIC]->(:Entity {id: $topic}) })
            RETURN i.id AS insight, i.text AS text, held, coalesce(i.holder, i.speaker) AS holder,
                   [(i)-[:TOPIC]->(t) | t.id] AS topics, s.date AS day
            ORDER BY held DESC, holder, day, insight""";

    private static final String MEANINGS = """
            MATCH (e:Entity {id: $entity})-[r]-(:Entity)
            UNWIND r.evidence AS id
            WITH DISTINCT e, id
            MATCH (i:Insight {id: id})-[:ASSERTS]->(l:Link {denied: false})
            UNWIND [[l.subject, l.subjectFraming], [l.object, l.objectFraming]] AS end
            WITH i, end WHERE end[0] = $entity
            RETURN DISTINCT coalesce(end[1], '') AS meaning, i.id AS insight, i.text AS text, i.holder AS holder
            ORDER BY meaning, insight""";

    private static final String OF_ALL = "MATCH (e:Entity)";
    private static final String OF_ONE = "MATCH (e:Entity {id: $entity})";

    /** Pairs of claims about an entity, and the rules by which Clew holds them against each other. */
    private static final String DISPUTED = """

            // Claims that may be in dispute. Numbers are not kept here.
            CALL (e) {
                MATCH (a:Insight)-[:ASSERTS]->(mine:Link)-[:SUBJECT|OBJECT]->(e)
                MATCH (b:Insight)-[:ASSERTS]->(theirs:Link {pair: mine.pair})
                WHERE mine.sign <> theirs.sign OR mine.denied <> theirs.denied
                RETURN a, b
              UNION
                MATCH (a:Insight {claimType: 'definition'})-[:ASSERTS]->(:Link)-[:SUBJECT|OBJECT]->(e)
                MATCH (b:Insight)-[:ASSERTS]->(:Link)-[:SUBJECT|OBJECT]->(e)
                RETURN a, b
              UNION
                MATCH (a:Insight)-[:TOPIC|MENTIONS]->(e) MATCH (a)-[:CONTRADICTS|RIVALS]-(b:Insight) RETURN a, b
              UNION
                MATCH (a:Insight)-[:ASSERTS]->(:Link)-[:SUBJECT|OBJECT]->(e)
                MATCH (a)-[:CONTRADICTS|RIVALS]-(b:Insight) RETURN a, b
            }
            WITH e, a, b WHERE a <> b AND NOT a:Unpublished AND NOT b:Unpublished
              AND NOT a.claimType IN ['question', 'recommendation'] AND NOT b.claimType IN ['question', 'recommendation']
            WITH DISTINCT e, CASE WHEN a.id < b.id THEN a ELSE b END AS one, CASE WHEN a.id < b.id THEN b ELSE a END AS other
            WITH e, one, other, EXISTS { (one)-[:CONTRADICTS]-(other) } AS contradicts,
                 EXISTS { (one)-[:RIVALS]-(other) } AS rivals, EXISTS { (one)-[:SUPPORTS|REFINES|CITES]-(other) } AS agree,
                 head([(one)-[:SAID_IN]->(s) | s.date]) AS oneDay, head([(other)-[:SAID_IN]->(s) | s.date]) AS otherDay
            // The days of a forecast and of the report that it is held against.
            WITH e, one, other, contradicts, rivals, agree, CASE one.claimType + ' ' + other.claimType
                 WHEN 'forecast report' THEN [oneDay, otherDay] WHEN 'report forecast' THEN [otherDay, oneDay] END AS days
            // What one thing does to another: seen along the influence, in the same place, time and condition. Listed is what
            // an edge is contested by.
            CALL (one, other, agree, days) {
                MATCH (one)-[:ASSERTS]->(l:Link) MATCH (other)-[:ASSERTS]->(m:Link {pair: l.pair})
                WITH days, l, m, l.relation IN $backward OR l.relation IN $symmetric AND l.subject > l.object AS lTurned,
                     m.relation IN $backward OR m.relation IN $symmetric AND m.subject > m.object AS mTurned
                WITH *, CASE WHEN lTurned THEN [l.object, l.subject, l.objectFraming, l.subjectFraming]
                        ELSE [l.subject, l.object, l.subjectFraming, l.objectFraming] END AS x,
                     CASE WHEN mTurned THEN [m.object, m.subject, m.objectFraming, m.subjectFraming]
                        ELSE [m.subject, m.object, m.subjectFraming, m.objectFraming] END AS y,
                     CASE WHEN l.denied = m.denied
                        THEN CASE WHEN NOT l.denied AND l.sign + m.sign IN ['+-', '-+'] THEN 'sign' END
                        WHEN l.relation = m.relation OR l.sign IN ['+', '-'] AND l.sign = m.sign THEN 'denial' END AS against
                WHERE NOT agree AND x[0] = y[0] AND against IS NOT NULL
                  AND coalesce(toLower(l.condition) = toLower(m.condition), true) AND coalesce(l.`where` = m.`where`, true)
                  AND coalesce(split(l.period, '/')[0] <= split(m.period, '/')[-1] + '~'
                        AND split(m.period, '/')[0] <= split(l.period, '/')[-1] + '~', true)
                WITH days, l, m, x, coalesce(x[2] = y[2], true) AND coalesce(x[3] = y[3], true) AS meet, against
                WITH CASE WHEN l.sign IN ['+', '-'] THEN 'effect.' + x[0] + '.' + x[1]
                        WHEN l.relation IN $backward THEN 'link.' + x[1] + '.' + l.relation + '.' + x[0]
                        ELSE 'link.' + x[0] + '.' + l.relation + '.' + x[1] END AS question, x[0..2] AS about,
                     CASE WHEN coalesce(days[1] > days[0], false) THEN 'outdated' WHEN meet THEN against
                        ELSE 'framing' END AS kind,
                     (l.`where` IS NULL) <> (m.`where` IS NULL) OR (l.period IS NULL) <> (m.period IS NULL)
                        OR (l.condition IS NULL) <> (m.condition IS NULL) OR against = 'denial' AND l.relation <> m.relation
                        OR days IS NOT NULL AND (days[0] IS NULL OR days[1] IS NULL) AS possible
                ORDER BY possible, CASE kind WHEN 'sign' THEN 1 WHEN 'denial' THEN 2 WHEN 'framing' THEN 3 ELSE 4 END
                WITH question, about, collect({question: question, about: about, kind: kind, possible: possible}) AS answers
                WITH about, head(answers) AS plainest
                WITH plainest, EXISTS { MATCH (:Entity {id: about[0]})-[r {contested: true}]-(:Entity {id: about[1]})
                        WHERE startNode(r).id = CASE WHEN r.relation IN $backward THEN about[1] ELSE about[0] END } AS isListed
                RETURN collect(plainest {.*, isListed: isListed}) AS effects
            }
            // What a word means: one defines it, and the other defines it otherwise or says what brings it about otherwise.
            CALL (one, other, agree) {
                MATCH (one)-[:ASSERTS]->(l:Link {denied: false}) MATCH (other)-[:ASSERTS]->(m:Link {denied: false})
                WHERE NOT agree AND 'definition' IN [one.claimType, other.claimType]
                UNWIND [[l.subject, l.subjectFraming, l.relation IN $backward],
                        [l.object, l.objectFraming, NOT l.relation IN $backward]] AS x
                UNWIND [[m.subject, m.subjectFraming, m.relation IN $backward],
                        [m.object, m.objectFraming, NOT m.relation IN $backward]] AS y
                WITH one, other, l, m, x, y WHERE x[0] = y[0] AND x[1] <> y[1]
                  AND (one.claimType = 'definition' OR l.sign = '+' AND x[2])
                  AND (other.claimType = 'definition' OR m.sign = '+' AND y[2])
                RETURN collect(DISTINCT {question: 'meaning.' + x[0], about: [x[0]], kind: 'framing',
                        possible: one.claimType <> other.claimType}) AS meanings
            }
            WITH e, one, other, contradicts, rivals, effects + meanings AS found
            UNWIND found + CASE
                WHEN contradicts AND found = [] THEN [{kind: 'contradiction', possible: false}]
                WHEN rivals AND NOT contradicts THEN [{kind: 'rival', possible: false}] ELSE [] END AS each
            WITH * WHERE each.kind IN $kinds AND coalesce(each.isListed, true) AND coalesce(e.id IN each.about, true)
            RETURN DISTINCT coalesce(each.question, 'marked.' + one.id + '.' + other.id) AS question, each.kind AS kind,
                   each.possible AND NOT contradicts AS possible, one.id AS one, other.id AS other
            ORDER BY question, one, other""";

    private ClaimQuestions() {}

    /**
     * The claims that have something in common with a claim, or speak of it, and what that is. Nearness in meaning and the
     * numbers that claims give are not kept on the server.
     *
     * @param telling the entities that it is about which bring two claims together alone
     */
    public static CypherQuestion related(String insight, Collection<String> telling) {
        return new CypherQuestion(
                RELATED,
                Map.of("insight", insight, "telling", telling.stream().sorted().toList()));
    }

    /**
     * The claims that an entity holds itself, and those of it that others hold, each with its day.
     *
     * @param topic only claims filed under it; null for all
     */
    public static CypherQuestion positions(String entity, @Nullable String topic) {
        return new CypherQuestion(POSITIONS, Map.of("entity", entity, "topic", Objects.requireNonNullElse(topic, "")));
    }

    /** The claims behind what is connected to a word, by the meaning in which they take it; none where they state none. */
    public static Optional<CypherQuestion> meanings(String entity, Lens lens) {
        return CypherQuestion.isNewest(lens)
                ? Optional.of(new CypherQuestion(MEANINGS, Map.of("entity", entity)))
                : Optional.empty();
    }

    /**
     * The pairs of claims in dispute, all of them.
     *
     * @param entity only those about this one; null for all
     * @param kinds the written kinds of dispute asked for
     * @return nothing where only numbers are asked for, which are not kept on the server
     */
    public static Optional<CypherQuestion> disputed(
            @Nullable String entity, Collection<String> kinds, Relations relations) {
        List<String> kept = DISPUTES.stream().filter(kinds::contains).toList();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "kinds",
                kept,
                "backward",
                ids(relations, RelationType::runsBackward),
                "symmetric",
                ids(relations, RelationType::isSymmetric)));
        if (entity == null) {
            return Optional.of(new CypherQuestion(OF_ALL + DISPUTED, parameters));
        }
        parameters.put("entity", entity);
        return Optional.of(new CypherQuestion(OF_ONE + DISPUTED, parameters));
    }

    /** Of the relations that are so, in the order of the alphabet. */
    static List<String> ids(Relations relations, Predicate<RelationType> isSo) {
        return relations.all().stream()
                .filter(isSo)
                .map(RelationType::id)
                .sorted()
                .toList();
    }
}
