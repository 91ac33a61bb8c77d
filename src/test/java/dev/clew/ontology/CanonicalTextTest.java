package dev.clew.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.ClewException;
import dev.clew.model.RecordName;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTextTest {
    private static final CanonicalText TEXT = new CanonicalText(Base.DEFAULT);
    private static final Triple NOTE = triple("http://localhost:8080/insight/x", "a \"b\"\n\\c\t\u007f é");
    private static final Triple PAGE = triple("http://localhost:8080/about", "outside the records");

    @Test
    void recordsAreRelativeAndTheRestIsNot() {
        String expected = """
                <http://localhost:8080/about> <https://w3id.org/clew/ontology#note> "outside the records" .
                <insight/x> <https://w3id.org/clew/ontology#note> "a \\"b\\"\\n\\\\c\\t\\u007F é" .
                """;
        assertEquals(expected, TEXT.write(List.of(NOTE, PAGE, NOTE)));
        assertEquals(List.of(PAGE, NOTE), TEXT.read(expected));
    }

    @Test
    void nothingIsTheEmptyText() {
        assertEquals("", TEXT.write(List.of()));
        assertEquals(List.of(), TEXT.read(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a> <b> <c> .",
                "<a> <b> <c>\n",
                "<a> <b> \"c .\n",
                "<a> <b> \"c\\x\" .\n",
                "<a> <b> \"c\\u00\" .\n",
                "<a> <b> _:c .\n",
                "# comment\n",
                "<a> <b> <c> .\n<a> <b> <b> .\n",
                "<a> <b> <c> .\n<a> <b> <c> .\n",
                "<a> <b> \"c\"@en",
                "<a> <b> \"c\"@",
            })
    void whatIsNotCanonicalIsRefused(String text) {
        ClewException refusal = assertThrows(ClewException.class, () -> TEXT.read(text));
        assertTrue(refusal.getMessage().contains("line "), refusal.getMessage());
    }

    @Test
    void aBlankNodeHasNoPlaceInIt() {
        Triple blank = Triple.create(NodeFactory.createBlankNode(), NOTE.getPredicate(), NOTE.getObject());
        assertThrows(ClewException.class, () -> TEXT.write(List.of(blank)));
    }

    @Test
    void anAddressThatWouldBreakTheLineIsRefused() {
        Triple broken = triple("http://localhost:8080/a b>", "x");
        assertThrows(ClewException.class, () -> TEXT.write(List.of(broken)));
    }

    @Test
    void aBaseKnowsItsRecordsAndNoOthers() {
        assertEquals(
                Optional.of(RecordName.entity("compute")), Base.DEFAULT.name("http://localhost:8080/entity/compute"));
        assertEquals(Optional.empty(), Base.DEFAULT.name("https://other.example/entity/compute"));
        assertEquals(Optional.empty(), Base.DEFAULT.name("http://localhost:8080/entity/../x"));
        assertThrows(ClewException.class, () -> new Base("http://localhost:8080"));
        assertThrows(ClewException.class, () -> new Base("file:///tmp/"));
    }

    private static Triple triple(String subject, String note) {
        return Triple.create(NodeFactory.createURI(subject), Terms.NOTE, NodeFactory.createLiteralString(note));
    }
}
