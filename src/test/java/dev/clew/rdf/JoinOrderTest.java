package dev.clew.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clew.ontology.Jena;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is expected to match least is matched first. */
class JoinOrderTest {
    @BeforeAll
    static void init() {
        Jena.ready();
    }

    private static List<Triple> ordered(String... patterns) {
        BasicPattern given = new BasicPattern();
        triples(patterns).forEach(given::add);
        return new JoinOrder().reorder(given).getList();
    }

    private static List<Triple> triples(String... patterns) {
        return Stream.of(patterns).map(SSE::parseTriple).toList();
    }

    @Test
    void allStatementsOfOneThingComeBeforeAllMembersOfAClass() {
        assertEquals(
                triples("(<compute> ?relation ?other)", "(?insight rdf:type <Insight>)"),
                ordered("(?insight rdf:type <Insight>)", "(<compute> ?relation ?other)"));
    }

    @Test
    void aThingThatAnEarlierPatternBindsIsKnownToTheNext() {
        assertEquals(
                triples("(?link <subject> <compute>)", "(?insight <link> ?link)", "(?insight <text> ?text)"),
                ordered("(?insight <link> ?link)", "(?insight <text> ?text)", "(?link <subject> <compute>)"));
    }

    @Test
    void theFewWithAValueComeBeforeTheManyOfAClass() {
        assertEquals(
                triples("(?insight <holder> <france>)", "(?insight rdf:type <Insight>)"),
                ordered("(?insight rdf:type <Insight>)", "(?insight <holder> <france>)"));
    }
}
