package dev.clew.rdf;

import dev.clew.ledger.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;

/**
 * What a write has done to the union of all named graphs.
 *
 * @param there triples that are in it now, new or not
 * @param gone triples that no named graph has any more
 * @param position the change that the store shows since
 */
record UnionChange(List<Triple> there, List<Triple> gone, Position position) {

    /** The dataset as its writer sees it, which keeps which triples of named graphs were added or deleted. */
    static final class Recorder extends DatasetGraphWrapper {
        private final Set<Triple> touched = new HashSet<>();

        Recorder(DatasetGraph store) {
            super(store);
        }

        @Override
        public void add(Quad quad) {
            note(quad);
            super.add(quad);
        }

        @Override
        public void delete(Quad quad) {
            note(quad);
            super.delete(quad);
        }

        private void note(Quad quad) {
            if (!quad.isDefaultGraph()) {
                touched.add(quad.asTriple());
            }
        }

        /** What became of the triples, as the store itself writes them; at the end of the transaction. */
        UnionChange change(Position position) {
            List<Triple> there = new ArrayList<>();
            List<Triple> gone = new ArrayList<>();
            for (Triple triple : touched) {
                Iterator<Quad> found =
                        getR().findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
                if (found.hasNext()) {
                    there.add(found.next().asTriple());
                } else {
                    gone.add(triple);
                }
            }
            return new UnionChange(there, gone, position);
        }
    }
}
