package dev.clew.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class TerminologyTest {
    private static final Graph TERMS = OntologyFiles.terms();

    @Test
    void readersMeetTheWordsOfTheGlossary() {
        Map<String, String> labels = new HashMap<>();
        Terminology.load().forEach(term -> labels.put(term.id(), term.readerLabel()));
        assertEquals("Believed by", labels.get("holder"));
        assertEquals("Said by", labels.get("speaker"));
        assertEquals("Meaning", labels.get("Framing"));
        assertEquals("Independent voices", labels.get("voice"));
        assertEquals("Weakest step", labels.get("weakestHop"));
        assertEquals("Opposing reading", labels.get("twinPath"));
        assertEquals("As seen by", labels.get("lens"));
        assertEquals("Rests on one voice", labels.get("thinHop"));
        assertEquals("Reference record", labels.get("Fact"));
    }

    @Test
    void aReadersTermIsFoundWhateverTheCaseOfItsId() {
        Map<String, String> seen = new HashMap<>();
        for (Term term : Terminology.load()) {
            assertNull(seen.put(term.id().toLowerCase(Locale.ROOT), term.id()), term.id());
            assertTrue(term.definition().endsWith("."), term.id());
        }
    }

    @Test
    void everyTermHasALabelADefinitionAndAnExample() {
        Set<Node> terms = TERMS.find(Node.ANY, Terms.TYPE, Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(node -> node.getURI().startsWith(Terms.CLEW))
                .toSet();
        assertTrue(terms.size() > 100, "only " + terms.size());
        for (Node term : terms) {
            TermReader reader = new TermReader(TERMS, term);
            for (Node property : List.of(Terms.LABEL, Terms.DEFINITION, SKOS.example.asNode())) {
                assertEquals(1, reader.texts(property).size(), term + " " + property);
            }
        }
    }

    @Test
    void everyTermOfShapesAndRelationsIsDefined() {
        Set<String> undefined = new TreeSet<>();
        for (Graph graph : List.of(OntologyFiles.shapes(), OntologyFiles.relations())) {
            graph.find()
                    .forEachRemaining(triple -> List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                            .forEach(node -> {
                                if (node.isURI()
                                        && node.getURI().startsWith(Terms.CLEW)
                                        && !TERMS.contains(node, Terms.TYPE, Node.ANY)) {
                                    undefined.add(node.getURI());
                                }
                            }));
        }
        assertEquals(Set.of(), undefined);
    }

    @Test
    void theShapesAreCoreOnlyAndEveryConstraintExplainsItself() {
        Graph shapes = OntologyFiles.shapes();
        String shacl = "http://www.w3.org/ns/shacl#";
        shapes.find()
                .forEachRemaining(triple ->
                        assertTrue(!triple.getPredicate().getURI().startsWith(shacl + "sparql"), triple.toString()));
        Node message = NodeFactory.createURI(shacl + "message");
        Node nodeShape = NodeFactory.createURI(shacl + "NodeShape");
        Node property = NodeFactory.createURI(shacl + "property");
        shapes.find(Node.ANY, Terms.TYPE, nodeShape).forEachRemaining(typed -> {
            Node shape = typed.getSubject();
            boolean own = shapes.contains(shape, message, Node.ANY);
            boolean byProperties = shapes.find(shape, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                    .allMatch(part -> shapes.contains(part, message, Node.ANY));
            assertTrue(byProperties, shape.toString());
            assertTrue(own || shapes.contains(shape, property, Node.ANY), shape.toString());
        });
    }
}
