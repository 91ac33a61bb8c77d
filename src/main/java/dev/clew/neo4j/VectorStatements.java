package dev.clew.neo4j;

/** The statements that give claims their vectors; values are parameters, see {@link Cypher}. */
final class VectorStatements {
    /** Of which model the vectors are that are there. */
    static final String MODEL = "MATCH (p:ClewPosition) RETURN coalesce(p.model, '') AS model";

    static final String SET_MODEL = "MATCH (p:ClewPosition) SET p.model = $model";

    static final String FORGET = """
            MATCH (i:Insight) WHERE i.meaning IS NOT NULL CALL (i) { REMOVE i.meaning } IN TRANSACTIONS OF 10000 ROWS""";

    /** A page of claims without a vector, by id. */
    static final String LACKING = """
            MATCH (i:Insight) USING INDEX SEEK i:Insight(id)
            WHERE i.id > $after AND i.meaning IS NULL AND i.text IS NOT NULL
            RETURN i.id AS id, i.text AS text ORDER BY i.id LIMIT $limit""";

    static final String TEXTS = """
            UNWIND $ids AS id MATCH (i:Insight {id: id}) USING INDEX SEEK i:Insight(id)
            WHERE i.meaning IS NULL AND i.text IS NOT NULL RETURN id, i.text AS text""";

    /** Unless a claim has another text by now. */
    static final String GIVE = """
            UNWIND $rows AS row MATCH (i:Insight {id: row.id}) USING INDEX SEEK i:Insight(id)
            WHERE i.text = row.text SET i.meaning = row.vector""";

    private VectorStatements() {}
}
