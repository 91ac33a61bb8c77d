package dev.clew.neo4j;

/** The statements that find records by words; values are parameters, see {@link Cypher}. */
final class SearchStatements {
    /**
     * What each part of a query matches by itself – its own words, words that begin so, and for claims the names of what
     * they name – and of all that what the whole query matches: one page of it, its number, and counts of its values. No
     * way gives more rows of a part than {@code $rows}; {@code largest} says how many records matched one.
     */
    static final String FIND = """
            UNWIND $parts AS part
            CALL (part) {
                UNWIND part.own AS own
                CALL db.index.fulltext.queryNodes('clew_words', own, {limit: $rows}) YIELD node, score
                RETURN node, score
              UNION ALL
                UNWIND part.begun AS begun UNWIND ['clew_text', 'clew_names'] AS index
                CALL db.index.fulltext.queryNodes(index, begun, {limit: $rows}) YIELD node
                RETURN node, $begins AS score
              UNION ALL
                UNWIND part.named AS named
                CALL db.index.fulltext.queryNodes(named.index, named.query, {limit: $rows}) YIELD node AS entity
                MATCH (entity:Entity)<-[:BELIEVED_BY|SAID_BY|TOPIC|MENTIONS|NAMES]-(claim:Insight)
                RETURN DISTINCT claim AS node, $names AS score LIMIT $rows
              UNION ALL
                UNWIND part.named AS named
                CALL db.index.fulltext.queryNodes(named.index, named.query, {limit: $rows}) YIELD node AS entity
                MATCH (entity:Entity)<-[:SUBJECT|OBJECT]-(:Link)<-[:ASSERTS]-(claim:Insight)
                RETURN DISTINCT claim AS node, $names AS score LIMIT $rows
            }
            WITH part, node, max(score) AS score
            WITH part, collect({node: node, score: score}) AS found
            WITH collect({role: part.role, found: found}) AS parts, coalesce(max(size(found)), 0) AS largest
            CALL (parts) {
                UNWIND parts AS part UNWIND part.found AS each
                WITH each.node AS node,
                    sum(CASE part.role WHEN 'all' THEN 1 ELSE 0 END) AS all,
                    sum(CASE part.role WHEN 'some' THEN 1 ELSE 0 END) AS some,
                    sum(CASE part.role WHEN 'none' THEN 1 ELSE 0 END) AS none,
                    sum(each.score) AS score
                WHERE all = $all AND some >= $some AND none = 0
                OPTIONAL MATCH (node)-[:SAID_IN]->(source:Source)
                WITH node, score, coalesce(source.date, node.date) AS date,
                    node.facets + coalesce(source.lent, node.lent, []) AS held,
                    CASE WHEN node:Insight THEN 'insight/' WHEN node:Entity THEN 'entity/' ELSE 'source/' END + node.id
                        AS name
                WHERE all(any IN $required WHERE any(value IN any WHERE value IN held))
                    AND none(any IN $excluded WHERE any(value IN any WHERE value IN held))
                    AND (NOT $dated OR $from <= date <= $until)
                WITH node, name, CASE
                    WHEN NOT $ranked THEN coalesce(date.year * 10000 + date.month * 100 + date.day, 0)
                    ELSE toInteger(round($precision * (score + CASE WHEN name IN $calledSo THEN $called ELSE 0.0 END)
                        * CASE WHEN node.rank IN ['low', 'outdated'] THEN $keeps ELSE 1.0 END)) END AS key
                RETURN collect({node: node, name: name, key: key}) AS matches
            }
            CALL (matches) {
                UNWIND matches AS match
                WITH match.node AS node, match.name AS name, match.key AS key
                WHERE $after = '' OR key < $last OR (key = $last AND name > $after)
                WITH node, name, key ORDER BY key DESC, name LIMIT $limit
                RETURN collect({name: name, key: key, text: coalesce(node.text, node.label, node.title),
                    more: [each IN [node.quote, node.definition, node.note] WHERE each IS NOT NULL],
                    aliases: coalesce(node.aliases, []),
                    entities: [each IN node.facets WHERE each STARTS WITH 'entity:' | substring(each, 7)]}) AS page
            }
            CALL (matches) {
                UNWIND matches AS match
                WITH match.node AS node OPTIONAL MATCH (node)-[:SAID_IN]->(source:Source)
                UNWIND node.facets + coalesce(source.lent, node.lent, []) AS value
                WITH value, count(*) AS count ORDER BY count DESC, value
                WITH split(value, ':')[0] AS field, collect({value: value, count: count})[..$values] AS counts
                RETURN collect(counts) AS facets
            }
            RETURN largest, size(matches) AS total, page, facets""";

    /** How things are called, by their ids. */
    static final String ENTITY_NAMES = """
            UNWIND $ids AS id MATCH (n:Entity {id: id}) USING INDEX SEEK n:Entity(id) WHERE n.label IS NOT NULL
            RETURN n.id AS id, [n.label] + coalesce(n.aliases, []) AS names""";

    /** The same of sources. */
    static final String SOURCE_NAMES = """
            UNWIND $ids AS id MATCH (n:Source {id: id}) USING INDEX SEEK n:Source(id) WHERE n.title IS NOT NULL
            RETURN n.id AS id, [n.title] AS names""";

    /** What may be called so. */
    static final String CALLED = """
            CALL db.index.fulltext.queryNodes('clew_words', $query) YIELD node
            RETURN node:Entity AS isEntity, node.id AS id, [coalesce(node.label, node.title)] + coalesce(node.aliases, []) AS names
            ORDER BY id LIMIT $limit""";

    private SearchStatements() {}
}
