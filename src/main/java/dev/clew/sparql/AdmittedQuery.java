package dev.clew.sparql;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/**
 * A query that has passed the gate.
 *
 * @param query the parsed query
 * @param functions the only property functions that it may use
 * @param repeatable whether asking it again of the same records gives the same answer
 */
record AdmittedQuery(Query query, PropertyFunctionRegistry functions, boolean repeatable) {}
