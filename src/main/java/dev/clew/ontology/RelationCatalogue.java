package dev.clew.ontology;

import dev.clew.model.RelationClass;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;

/** Reads the relation types from the packaged ontology. */
public final class RelationCatalogue {
    private static final Node INVERSE_LABEL = Terms.clew("inverseLabel");
    private static final Node DEFAULT_SIGN = Terms.clew("defaultSign");
    private static final Node DIRECTION = Terms.clew("influenceDirection");
    private static final Node BACKWARD = Terms.clew("objectToSubject");
    private static final Node SYMMETRIC = Terms.clew("symmetric");

    private RelationCatalogue() {}

    /** The relation types of this release, read once. */
    public static Relations load() {
        return Read.RELATIONS;
    }

    /** Read when they are first asked for. */
    private static final class Read {
        private static final Relations RELATIONS = read();
    }

    private static Relations read() {
        Graph graph = OntologyFiles.relations();
        List<RelationType> types = new ArrayList<>();
        for (RelationClass relationClass : RelationClass.values()) {
            graph.find(Node.ANY, Terms.TYPE, relationClassNode(relationClass))
                    .mapWith(triple -> relationType(new TermReader(graph, triple.getSubject()), relationClass))
                    .forEachRemaining(types::add);
        }
        return new Relations(types);
    }

    private static Node relationClassNode(RelationClass relationClass) {
        String code = relationClass.code();
        return Terms.clew(code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1) + "Relation");
    }

    private static RelationType relationType(TermReader term, RelationClass relationClass) {
        RelationType.Wording wording = new RelationType.Wording(
                term.text(Terms.LABEL),
                term.text(INVERSE_LABEL),
                term.texts(Terms.ALT_LABEL),
                term.text(Terms.DEFINITION),
                term.text(SKOS.example.asNode()));
        String id = term.node().getURI().substring(Terms.RELATION.length());
        return new RelationType(id, wording, relationClass, sign(term), flow(term));
    }

    private static Sign sign(TermReader term) {
        String symbol = term.text(DEFAULT_SIGN);
        return Sign.find(symbol)
                .orElseThrow(() -> new IllegalStateException(term.node() + " has the default sign " + symbol));
    }

    private static RelationType.Flow flow(TermReader term) {
        if (term.has(SYMMETRIC)) {
            return RelationType.Flow.SYMMETRIC;
        }
        return term.has(DIRECTION, BACKWARD) ? RelationType.Flow.BACKWARD : RelationType.Flow.FORWARD;
    }
}
