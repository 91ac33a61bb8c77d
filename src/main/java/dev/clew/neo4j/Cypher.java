package dev.clew.neo4j;

import dev.clew.model.RecordType;
import java.util.List;
import java.util.Map;

/**
 * Every statement that writes the property graph. Values are parameters, and so are labels and relationship types where
 * they vary; nothing is put together from pieces. Each says which index it seeks in: while a graph grows the planner goes by
 * counts of when it was small, by which reading all of it for every row seems cheap.
 */
final class Cypher {
    /** Which type of record refers to which. */
    record Ends(RecordType from, RecordType to) {}

    /** The keys, without which nothing can be written. */
    static final List<String> KEYS = List.of(
            "CREATE CONSTRAINT clew_entity IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE",
            "CREATE CONSTRAINT clew_insight IF NOT EXISTS FOR (i:Insight) REQUIRE i.id IS UNIQUE",
            "CREATE CONSTRAINT clew_source IF NOT EXISTS FOR (s:Source) REQUIRE s.id IS UNIQUE");

    /** All other constraints and indexes. They are made at once and in the background when a filling is done with records. */
    static final List<String> INDEXES = List.of(
            "CREATE INDEX clew_link_pair IF NOT EXISTS FOR (l:Link) ON (l.pair)",
            "CREATE INDEX clew_link_insight IF NOT EXISTS FOR (l:Link) ON (l.insight)",
            "CREATE INDEX clew_insight_holder IF NOT EXISTS FOR (i:Insight) ON (i.holder)",
            "CREATE INDEX clew_insight_speaker IF NOT EXISTS FOR (i:Insight) ON (i.speaker)",
            "CREATE INDEX clew_source_date IF NOT EXISTS FOR (s:Source) ON (s.date)",
            """
            CREATE FULLTEXT INDEX clew_text IF NOT EXISTS FOR (n:Insight|Entity|Source)
            ON EACH [n.text, n.quote, n.note, n.definition]
            OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}""",
            """
            CREATE FULLTEXT INDEX clew_names IF NOT EXISTS FOR (n:Entity|Source) ON EACH [n.label, n.aliases, n.title]
            OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}""",
            """
            CREATE FULLTEXT INDEX clew_words IF NOT EXISTS FOR (n:Insight|Entity|Source)
            ON EACH [n.stems, n.nameStems, n.foreignStems, n.callings, n.facets]
            OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}""",
            """
            CREATE VECTOR INDEX clew_meaning IF NOT EXISTS FOR (i:Insight) ON (i.meaning)
            OPTIONS {indexConfig: {`vector.similarity_function`: 'cosine'}}""",
            "CREATE CONSTRAINT clew_entity_iri IF NOT EXISTS FOR (e:Entity) REQUIRE e.iri IS UNIQUE",
            "CREATE CONSTRAINT clew_insight_iri IF NOT EXISTS FOR (i:Insight) REQUIRE i.iri IS UNIQUE",
            "CREATE CONSTRAINT clew_source_iri IF NOT EXISTS FOR (s:Source) REQUIRE s.iri IS UNIQUE");

    /** Takes the indexes of words away. */
    static final List<String> WITHOUT_WORDS = List.of(
            "DROP INDEX clew_text IF EXISTS", "DROP INDEX clew_names IF EXISTS", "DROP INDEX clew_words IF EXISTS");

    /** Takes the others away. */
    static final List<String> WITHOUT_INDEXES = List.of(
            "DROP INDEX clew_link_pair IF EXISTS",
            "DROP INDEX clew_link_insight IF EXISTS",
            "DROP INDEX clew_insight_holder IF EXISTS",
            "DROP INDEX clew_insight_speaker IF EXISTS",
            "DROP INDEX clew_source_date IF EXISTS",
            "DROP INDEX clew_meaning IF EXISTS",
            "DROP CONSTRAINT clew_entity_iri IF EXISTS",
            "DROP CONSTRAINT clew_insight_iri IF EXISTS",
            "DROP CONSTRAINT clew_source_iri IF EXISTS");

    /** Waits until indexes can be used. */
    static final String AWAIT_INDEXES = "CALL db.awaitIndexes($seconds)";

    static final String VERSION =
            "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version";

    static final String READ_POSITION =
            "MATCH (p:ClewPosition) RETURN p.ledger AS ledger, p.change AS change, p.hash AS hash, p.format AS format";

    static final String WRITE_POSITION = """
            MERGE (p:ClewPosition {one: 1})
            SET p.ledger = $ledger, p.change = $change, p.hash = $hash, p.format = $format""";

    /** Holds the mark of who builds the graph to the end of a transaction; gives nothing when it is another's. */
    static final String HOLD_MARK = """
            MATCH (p:ClewPosition {hash: $mark}) SET p.change = p.change + 1 RETURN p.change AS change""";

    static final String ANY_NODE = "MATCH (n:Entity|Insight|Source|Link) RETURN n.id AS id LIMIT 1";

    /** Hubs last, when only edges are left of what touches them: a transaction holds all that it takes away in memory. */
    static final List<String> EMPTY = List.of(
            "MATCH (n:Link) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS",
            "MATCH (n:Insight) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS",
            "MATCH (n:Source) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS",
            "MATCH (n:Entity) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS");

    static final String CITES = "MATCH (i:Insight)-[:CITES]->(c:Insight) RETURN i.id AS from, collect(c.id) AS to";

    static final String SPEAKS_FOR =
            "MATCH (l:Fact) WHERE l.relation = 'speaks-for' RETURN l.subject AS from, collect(l.object) AS to";

    static final String NAMES = """
            MATCH (n:Entity|Insight|Source) WHERE NOT n:Unpublished
            RETURN CASE WHEN n:Entity THEN 'entity/' WHEN n:Insight THEN 'insight/' ELSE 'source/' END + n.id AS name""";

    static final String ENDS_OF_INSIGHTS = """
            UNWIND $ids AS id MATCH (l:Link {insight: id}) USING INDEX SEEK l:Link(insight)
            RETURN DISTINCT l.subject AS subject, l.object AS object""";

    /** What records name and say: a reference by its relationship, a link or fact by its node and properties. */
    static final String STATED_BY_INSIGHTS = """
            UNWIND $ids AS id MATCH (n:Insight {id: id})-[r]->(to) USING INDEX SEEK n:Insight(id)
            RETURN 'insight/' + id AS from, type(r) AS type, elementId(r) AS reference,
                   CASE WHEN to:Link THEN elementId(to) WHEN to:Entity THEN 'entity/' + to.id
                        WHEN to:Source THEN 'source/' + to.id ELSE 'insight/' + to.id END AS to,
                   CASE WHEN to:Link THEN properties(to) END AS said""";

    static final String STATED_BY_ENTITIES = """
            UNWIND $ids AS id MATCH (n:Entity {id: id})-[r:STATES|RECORDED_IN]->(to) USING INDEX SEEK n:Entity(id)
            RETURN 'entity/' + id AS from, type(r) AS type, elementId(r) AS reference,
                   CASE WHEN to:Link THEN elementId(to) ELSE 'source/' + to.id END AS to,
                   CASE WHEN to:Link THEN properties(to) END AS said""";

    static final String STATED_BY_SOURCES = """
            UNWIND $ids AS id MATCH (n:Source {id: id})-[r]->(to) USING INDEX SEEK n:Source(id)
            RETURN 'source/' + id AS from, type(r) AS type, elementId(r) AS reference,
                   CASE WHEN to:Entity THEN 'entity/' + to.id ELSE 'source/' + to.id END AS to, null AS said""";

    static final String DROP_RELATIONSHIPS = "UNWIND $ids AS id MATCH ()-[r]->() WHERE elementId(r) = id DELETE r";

    static final String DROP_LINKS = "UNWIND $ids AS id MATCH (l) WHERE elementId(l) = id DETACH DELETE l";

    static final String PUT_ENTITIES = """
            UNWIND $rows AS row MERGE (n:Entity {id: row.id}) WITH row, n, n.edges AS edges, n.claimedEdges AS claimed
            REMOVE n:Unpublished:$($kinds)
            SET n = row.properties, n.edges = edges, n.claimedEdges = claimed, n:$(row.kind)""";

    static final String PUT_INSIGHTS = """
            UNWIND $rows AS row MERGE (n:Insight {id: row.id}) REMOVE n:Unpublished SET n = row.properties""";

    static final String PUT_SOURCES = """
            UNWIND $rows AS row MERGE (n:Source {id: row.id})
            REMOVE n:Unpublished:$($kinds) SET n = row.properties, n:$(row.kind)""";

    static final String RETRACT_ENTITIES = """
            UNWIND $ids AS id MATCH (n:Entity {id: id}) USING INDEX SEEK n:Entity(id)
            WITH id, n, n.edges AS edges, n.claimedEdges AS claimed
            REMOVE n:$($kinds) SET n = {id: id}, n.edges = edges, n.claimedEdges = claimed, n:Unpublished""";

    static final String RETRACT_INSIGHTS = """
            UNWIND $ids AS id MATCH (n:Insight {id: id}) USING INDEX SEEK n:Insight(id) SET n = {id: id}, n:Unpublished""";

    static final String RETRACT_SOURCES = """
            UNWIND $ids AS id MATCH (n:Source {id: id}) USING INDEX SEEK n:Source(id)
            REMOVE n:$($kinds) SET n = {id: id}, n:Unpublished""";

    /**
     * From records whose references are cleared to what they name; what is named and not there yet is unpublished. The
     * types stand in the text, since a label that is a parameter is looked for without the index of its ids.
     */
    static final Map<Ends, String> REFER = Map.of(
            new Ends(RecordType.INSIGHT, RecordType.ENTITY), """
                    UNWIND $rows AS row MATCH (from:Insight {id: row.from}) USING INDEX SEEK from:Insight(id)
                    MERGE (to:Entity {id: row.to}) ON CREATE SET to:Unpublished
                    CREATE (from)-[:$(row.type)]->(to)""",
            new Ends(RecordType.INSIGHT, RecordType.INSIGHT), """
                    UNWIND $rows AS row MATCH (from:Insight {id: row.from}) USING INDEX SEEK from:Insight(id)
                    MERGE (to:Insight {id: row.to}) ON CREATE SET to:Unpublished
                    CREATE (from)-[:$(row.type)]->(to)""",
            new Ends(RecordType.INSIGHT, RecordType.SOURCE), """
                    UNWIND $rows AS row MATCH (from:Insight {id: row.from}) USING INDEX SEEK from:Insight(id)
                    MERGE (to:Source {id: row.to}) ON CREATE SET to:Unpublished
                    CREATE (from)-[:$(row.type)]->(to)""",
            new Ends(RecordType.ENTITY, RecordType.SOURCE), """
                    UNWIND $rows AS row MATCH (from:Entity {id: row.from}) USING INDEX SEEK from:Entity(id)
                    MERGE (to:Source {id: row.to}) ON CREATE SET to:Unpublished
                    CREATE (from)-[:$(row.type)]->(to)""",
            new Ends(RecordType.SOURCE, RecordType.ENTITY), """
                    UNWIND $rows AS row MATCH (from:Source {id: row.from}) USING INDEX SEEK from:Source(id)
                    MERGE (to:Entity {id: row.to}) ON CREATE SET to:Unpublished
                    CREATE (from)-[:$(row.type)]->(to)""",
            new Ends(RecordType.SOURCE, RecordType.SOURCE), """
                    UNWIND $rows AS row MATCH (from:Source {id: row.from}) USING INDEX SEEK from:Source(id)
                    MERGE (to:Source {id: row.to}) ON CREATE SET to:Unpublished
                    CREATE (from)-[:$(row.type)]->(to)""");

    static final String PUT_LINKS = """
            UNWIND $rows AS row MATCH (i:Insight {id: row.from}) USING INDEX SEEK i:Insight(id)
            MERGE (s:Entity {id: row.properties.subject}) ON CREATE SET s:Unpublished
            MERGE (o:Entity {id: row.properties.object}) ON CREATE SET o:Unpublished
            CREATE (i)-[:ASSERTS]->(l:Link)-[:SUBJECT]->(s) CREATE (l)-[:OBJECT]->(o) SET l = row.properties""";

    static final String PUT_FACTS = """
            UNWIND $rows AS row MATCH (e:Entity {id: row.from}) USING INDEX SEEK e:Entity(id)
            MERGE (o:Entity {id: row.properties.object}) ON CREATE SET o:Unpublished
            CREATE (e)-[:STATES]->(l:Link:Fact)-[:SUBJECT]->(e) CREATE (l)-[:OBJECT]->(o) SET l = row.properties""";

    static final String BELIEFS = """
            UNWIND $ids AS id MATCH (i:Insight {id: id}) USING INDEX SEEK i:Insight(id) WHERE NOT i:Unpublished
            RETURN i.id AS id, i.holder AS holder, i.speaker AS speaker, i.attribution AS attribution,
                   i.source AS source, i.voice AS voice""";

    static final String SAID_BY = """
            UNWIND $ids AS id MATCH (i:Insight) WHERE i.holder = id OR i.speaker = id RETURN DISTINCT i.id AS id""";

    static final String PUT_VOICES = """
            UNWIND $rows AS row MATCH (i:Insight {id: row.id}) USING INDEX SEEK i:Insight(id)
            SET i.voice = row.voice
            WITH row MATCH (l:Link {insight: row.id}) USING INDEX SEEK l:Link(insight) SET l.voice = row.voice""";

    /** Links in the cells that {@link Testimonies} reads. */
    static final String LINKS_OF_PAIRS = """
            UNWIND $pairs AS pair MATCH (l:Link {pair: pair}) USING INDEX SEEK l:Link(pair)
            RETURN pair, [l.subject, l.relation, l.object, l.sign, l.denied, l.subjectFraming, l.objectFraming,
                    l.`where`, l.period, l.insight, l.source, l.voice, l.claimType] AS link""";

    /** The links at nodes that pass a lens, by the entity at their other end. */
    static final String STARS = """
            UNWIND $ids AS id
            MATCH (e:Entity {id: id})<-[:SUBJECT|OBJECT]-(l:Link)-[:SUBJECT|OBJECT]->(o:Entity)
            USING INDEX SEEK e:Entity(id)
            WHERE o <> e AND CASE WHEN l.insight IS NULL THEN $facts
                    ELSE ($holder = '' OR l.holder = $holder) AND ($speaker = '' OR l.speaker = $speaker)
                        AND ($source = '' OR l.source = $source)
                        AND (size($types) = 0 OR l.claimType IN $types) AND NOT l.insight IN $without
                        AND (NOT $dated OR EXISTS {
                            MATCH (s:Source {id: l.source}) USING INDEX SEEK s:Source(id) WHERE $from <= s.date <= $until})
                    END
            WITH id, o, collect([l.subject, l.relation, l.object, l.sign, l.denied, l.subjectFraming, l.objectFraming,
                    l.`where`, l.period, l.insight, l.source, l.voice, l.claimType]) AS links
            RETURN id AS at, o.id AS id, o.label AS label, o.kind AS kind, o.edges AS edges,
                    o.claimedEdges AS claimedEdges, links""";

    static final String FACES = """
            UNWIND $ids AS id MATCH (o:Entity {id: id}) USING INDEX SEEK o:Entity(id)
            RETURN o.id AS id, o.label AS label, o.kind AS kind, o.edges AS edges, o.claimedEdges AS claimedEdges""";

    static final String FRAMINGS = """
            MATCH (e:Entity {id: $id}) USING INDEX SEEK e:Entity(id) RETURN coalesce(e.framings, []) AS framings""";

    private static final String DROP_EDGES = """
            UNWIND $rows AS row
            MATCH (s:Entity {id: row.subject}) USING INDEX SEEK s:Entity(id)
            MATCH (o:Entity {id: row.object}) USING INDEX SEEK o:Entity(id)
            MATCH (s)-[r:`TYPE`]->(o) DELETE r""";

    private static final String CHANGE_EDGES = """
            UNWIND $rows AS row
            MATCH (s:Entity {id: row.subject}) USING INDEX SEEK s:Entity(id)
            MATCH (o:Entity {id: row.object}) USING INDEX SEEK o:Entity(id)
            MATCH (s)-[r:`TYPE`]->(o) SET r = row.properties""";

    static final String PUT_EDGES = """
            UNWIND $rows AS row
            MATCH (s:Entity {id: row.subject}) USING INDEX SEEK s:Entity(id)
            MATCH (o:Entity {id: row.object}) USING INDEX SEEK o:Entity(id)
            CREATE (s)-[r:$(row.type)]->(o) SET r = row.properties""";

    static final String NAME_SOURCES = "UNWIND $ids AS id MERGE (n:Source {id: id}) ON CREATE SET n:Unpublished";

    static final String NAME_ENTITIES = "UNWIND $ids AS id MERGE (n:Entity {id: id}) ON CREATE SET n:Unpublished";

    /**
     * Insights of which nothing is there, with all they say; the entities and sources that they name are there. Each entity
     * is sought once, and named by its place among the ids, which are sorted. Gives how many insights were written: none
     * when an entity is missing.
     */
    static final String FILL_INSIGHTS = """
            UNWIND $ids AS id MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id)
            WITH e ORDER BY e.id WITH collect(e) AS entities WHERE size(entities) = size($ids)
            UNWIND $rows AS row
            MERGE (i:Insight {id: row.id}) REMOVE i:Unpublished SET i = row.properties
            WITH i, row, entities MATCH (source:Source {id: row.source}) USING INDEX SEEK source:Source(id)
            CREATE (i)-[:SAID_IN]->(source)
            WITH i, row, entities
            CALL (i, row, entities) {
                UNWIND row.references AS reference
                WITH i, reference, entities[reference.to] AS e
                CREATE (i)-[:$(reference.type)]->(e)
            }
            CALL (i, row, entities) {
                UNWIND row.links AS link
                WITH i, link, entities[link.subject] AS s, entities[link.object] AS o
                CREATE (i)-[:ASSERTS]->(l:Link)-[:SUBJECT]->(s), (l)-[:OBJECT]->(o) SET l = link.properties
            }
            RETURN count(i) AS written""";

    /** A page of links by pairs, in the order of these, in the cells that {@link Testimonies} reads. */
    static final String LINKS_AFTER_PAIR = """
            MATCH (l:Link) USING INDEX SEEK l:Link(pair) WHERE l.pair > $after
            WITH l ORDER BY l.pair LIMIT $limit
            RETURN l.pair AS pair, [l.subject, l.relation, l.object, l.sign, l.denied, l.subjectFraming, l.objectFraming,
                    l.`where`, l.period, l.insight, l.source, l.voice, l.claimType] AS link""";

    /** How many edges an entity has, by what came and went: what damps hubs. None is no property. */
    static final String COUNT_EDGES = """
            UNWIND $rows AS row MATCH (e:Entity {id: row.id}) USING INDEX SEEK e:Entity(id)
            SET e.edges = nullif(coalesce(e.edges, 0) + row.edges, 0),
                e.claimedEdges = nullif(coalesce(e.claimedEdges, 0) + row.claimedEdges, 0)""";

    /** The edges that are there between pairs, each looked for at the end that the pair names first. */
    static final String EDGES_OF_PAIRS = """
            MATCH (e:Entity) USING INDEX SEEK e:Entity(id) WHERE $from <= e.id <= $to
            MATCH (e)-[r]-(o:Entity) WITH r, e.id AS one, o.id AS other
            WHERE one <= other AND $after < one + ' ' + other <= $end
            RETURN elementId(r) AS relationship, startNode(r).id AS subject, endNode(r).id AS object, type(r) AS type,
                   properties(r) AS properties""";

    static final String COUNTED = """
            MATCH (e:Entity) WHERE e.edges IS NOT NULL OR e.claimedEdges IS NOT NULL RETURN e.id AS id""";

    static final String SET_COUNTS = """
            UNWIND $rows AS row MATCH (e:Entity {id: row.id}) USING INDEX SEEK e:Entity(id)
            SET e.edges = nullif(row.edges, 0), e.claimedEdges = nullif(row.claimedEdges, 0)""";

    static final String SWEEP = """
            MATCH (n:Unpublished) WHERE NOT EXISTS { (n)--() } DELETE n""";

    /** Everything but vectors, which come later. */
    static final String ALL_NODES = """
            MATCH (n) WHERE NOT n:ClewPosition RETURN labels(n) AS labels, n {.*, meaning: null} AS properties""";

    static final String ALL_RELATIONSHIPS = """
            MATCH (a)-[r]->(b) RETURN labels(a) AS fromLabels, a {.*, meaning: null} AS from, type(r) AS type,
                   properties(r) AS properties, labels(b) AS toLabels, b {.*, meaning: null} AS to""";

    private Cypher() {}

    /** Takes edges of one type away. */
    static String dropEdges(String type) {
        return ofType(DROP_EDGES, type);
    }

    /** Writes edges of one type anew that are there. */
    static String changeEdges(String type) {
        return ofType(CHANGE_EDGES, type);
    }

    /**
     * The one exception to what is said above. A type that is a parameter is found by walking all edges of the one end or the
     * other; one that stands in the text by walking those of the type only. Types are the relations of the release.
     */
    private static String ofType(String statement, String type) {
        if (!type.matches("[A-Z0-9_]+")) {
            throw new IllegalArgumentException("no type of an edge: " + type);
        }
        return statement.replace("TYPE", type);
    }
}
