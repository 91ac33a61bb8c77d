package dev.clew.ontology;

import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Source;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;

/**
 * The mapping between a record and its RDF graph, one to one in both directions.
 *
 * <p>A graph is read only when it is exactly what its record would be written as (numbers and truth values may differ in
 * lexical form): so an unknown predicate, a link node without its plain triple, a part under another address or a derived
 * value that disagrees is refused by name. Immutable and safe for any number of threads.
 */
public final class RecordRdf {
    private final Base base;

    /** A mapping whose addresses stand under the base. */
    public RecordRdf(Base base) {
        this.base = base;
    }

    /** The base of its addresses. */
    public Base base() {
        return base;
    }

    /**
     * The triples of a record.
     *
     * @throws ClewException (invalid) for a language tag or date that RDF would not give back as it is
     */
    public Set<Triple> triples(ClewRecord record) {
        Statements out = new Statements(base, record.name());
        switch (record) {
            case Insight insight -> InsightRdf.write(insight, out);
            case Entity entity -> EntityRdf.write(entity, out);
            case Source source -> SourceRdf.write(source, out);
            case Redirect redirect -> RedirectRdf.write(redirect, out);
        }
        return out.triples();
    }

    /** The triples of a record as a new graph in memory, without a name. */
    public Graph graph(ClewRecord record) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        triples(record).forEach(graph::add);
        return graph;
    }

    /**
     * The record that a graph states.
     *
     * @throws ClewException (invalid) listing what in the graph is no part of a record of this name, or is missing
     */
    public ClewRecord record(RecordName name, Graph graph) {
        return record(name, graph.find().toList());
    }

    /**
     * The record that these triples state.
     *
     * @throws ClewException (invalid) listing what among them is no part of a record of this name, or is missing
     */
    public ClewRecord record(RecordName name, Collection<Triple> triples) {
        ClewRecord record = read(name, new Descriptions(base, name, triples).record());
        Set<Triple> stated = new LinkedHashSet<>();
        triples.forEach(triple -> stated.add(Literals.canonical(triple)));
        Set<Triple> meant = triples(record);
        if (!stated.equals(meant)) {
            throw ClewException.invalid(new Differences(base, name).between(stated, meant));
        }
        return record;
    }

    private static ClewRecord read(RecordName name, Description node) {
        return switch (name.type()) {
            case INSIGHT -> InsightRdf.read(name.id(), node);
            case ENTITY ->
                node.type().equals(RecordClass.REDIRECT.node())
                        ? RedirectRdf.read(name.id(), node)
                        : EntityRdf.read(name.id(), node);
            case SOURCE -> SourceRdf.read(name.id(), node);
        };
    }
}
