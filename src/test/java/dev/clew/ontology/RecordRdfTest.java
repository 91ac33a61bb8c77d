package dev.clew.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Certainty;
import dev.clew.model.Claim;
import dev.clew.model.ClaimType;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Link;
import dev.clew.model.Passage;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import dev.clew.model.Scope;
import dev.clew.model.Sign;
import dev.clew.model.Subjects;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;

class RecordRdfTest {
    private static final RecordRdf RDF = new RecordRdf(Base.DEFAULT);
    private static final CanonicalText TEXT = new CanonicalText(Base.DEFAULT);
    private static final String PREFIXES = """
            @base <http://localhost:8080/> .
            @prefix clew: <https://w3id.org/clew/ontology#> .
            @prefix rel: <https://w3id.org/clew/relation/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;
    private static final String CLAIM = """
            <insight/owned-hardware> a clew:Insight ; clew:text "Sovereignty is owning the machines."@en ;
                clew:holder <entity/white-house> ; clew:attribution clew:own ; clew:claimType clew:definition ;
                clew:certainty clew:plain ; clew:grounding clew:unlocated ; clew:source <source/seed-brief> ;
                clew:link <insight/owned-hardware#link-6f4f4a7e2a7c> .
            <insight/owned-hardware#link-6f4f4a7e2a7c> a clew:Link ; clew:subject <entity/compute> ; clew:relation rel:enables ;
                clew:object <entity/sovereignty> ; clew:sign "+" ; clew:denied false ;
                clew:objectFraming <entity/sovereignty#framing-owned-hardware> .
            """;
    private static final String PLAIN = "<entity/compute> rel:enables <entity/sovereignty> .\n";

    @Property(tries = 400)
    void everyRecordComesBackFromItsGraphAndItsText(@ForAll("records") ClewRecord record) {
        assertEquals(record, RDF.record(record.name(), RDF.graph(record)));
        String text = TEXT.write(RDF.triples(record));
        assertEquals(record, RDF.record(record.name(), TEXT.read(text)));
        assertEquals(text, TEXT.write(TEXT.read(text)));
    }

    @Property(tries = 100)
    void theTextIsTheSameUnderEveryBase(@ForAll("records") ClewRecord record) {
        Base other = new Base("https://clew.example/library/");
        String text = new CanonicalText(other).write(new RecordRdf(other).triples(record));
        assertEquals(TEXT.write(RDF.triples(record)), text);
    }

    @Provide
    Arbitrary<ClewRecord> records() {
        return Arbitraries.randomValue(random -> new RandomRecords(random).record());
    }

    @Test
    void anInsightReadsAsTheContractWritesIt() {
        assertEquals(ownedHardware(), RDF.record(ownedHardware().name(), turtle(contractForm() + PLAIN)));
        assertTrue(turtle(contractForm() + PLAIN).isIsomorphicWith(RDF.graph(ownedHardware())));
    }

    @Test
    void aPlainTripleWithoutItsNodeIsRefused() {
        Problem problem = refusal(contractForm() + PLAIN + "<entity/compute> rel:enables <entity/alliance> .");
        assertEquals("links", problem.path());
        assertTrue(problem.message().startsWith("is a plain triple without an undenied link"), problem.message());
    }

    @Test
    void aLinkWithoutItsPlainTripleIsRefused() {
        Problem problem = refusal(contractForm());
        assertEquals(
                "<entity/compute> <https://w3id.org/clew/relation/enables> <entity/sovereignty> .", problem.value());
        assertTrue(problem.message().startsWith("is missing"), problem.message());
    }

    @Test
    void anUnknownPredicateIsRefusedByName() {
        Problem problem = refusal(contractForm() + PLAIN + "<insight/owned-hardware> clew:mood \"sunny\" .");
        assertEquals("mood", problem.path());
        assertTrue(problem.message().contains("https://w3id.org/clew/ontology#mood"), problem.message());
    }

    @Test
    void aStatementAboutAnotherRecordIsRefused() {
        Problem problem = refusal(contractForm() + PLAIN + "<entity/compute> clew:note \"about compute\" .");
        assertTrue(problem.message().startsWith("describes something outside this record"), problem.message());
    }

    @Test
    void aLinkUnderAnotherAddressIsRefused() {
        assertTrue(refusal(CLAIM + PLAIN).value().contains("#link-6f4f4a7e2a7c"));
    }

    @Test
    void aGroundingThatDisagreesIsRefused() {
        Problem problem = refusal(contractForm().replace("clew:unlocated", "clew:timed") + PLAIN);
        assertEquals("grounding", problem.path());
    }

    @Test
    void aRecordOfAnotherBaseIsRefused() {
        Problem problem =
                refusal(contractForm().replace("<entity/white-house>", "<https://other.example/entity/x>") + PLAIN);
        assertEquals("holder", problem.path());
        assertEquals("https://other.example/entity/x", problem.value());
    }

    @Test
    void aFramingOfAnotherEntityIsRefused() {
        Problem problem =
                refusal(contractForm().replace("entity/sovereignty#framing", "entity/compute#framing") + PLAIN);
        assertEquals("links[0].objectFraming", problem.path());
    }

    @Test
    void aBlankNodeAsALinkIsRefused() {
        Problem problem = refusal(contractForm() + PLAIN + "<insight/owned-hardware> clew:link [ a clew:Link ] .");
        assertTrue(problem.path().startsWith("links["), problem.path());
        assertTrue(problem.message().startsWith("must be a part of this record"), problem.message());
    }

    @Test
    void twoValuesWhereOneBelongsAreRefused() {
        assertEquals(
                "holder",
                refusal(contractForm() + PLAIN + "<insight/owned-hardware> clew:holder <entity/x> .")
                        .path());
    }

    @Test
    void truthMayBeWrittenAsADigit() {
        String digits = contractForm().replace("clew:denied false", "clew:denied \"0\"^^xsd:boolean") + PLAIN;
        assertEquals(ownedHardware(), RDF.record(ownedHardware().name(), turtle(digits)));
    }

    @Test
    void aLanguageTagThatWouldComeBackChangedIsRefused() {
        Insight insight = ownedHardware();
        Claim claim = new Claim("x", "pt-br", ClaimType.REPORT, Certainty.PLAIN);
        Insight changed = new Insight(
                insight.id(),
                claim,
                insight.belief(),
                insight.passage(),
                List.of(),
                List.of(),
                InsightReferences.NONE,
                Subjects.NONE,
                null);
        ClewException refusal = assertThrows(ClewException.class, () -> RDF.triples(changed));
        assertEquals("language", refusal.problems().get(0).path());
    }

    private static Insight ownedHardware() {
        Link link = new Link(
                Link.End.of("compute"),
                "enables",
                new Link.End("sovereignty", "owned-hardware"),
                new Link.Stance(Sign.PLUS, false),
                Scope.NONE);
        return new Insight(
                "owned-hardware",
                new Claim("Sovereignty is owning the machines.", "en", ClaimType.DEFINITION, Certainty.PLAIN),
                new Belief("white-house", null, Attribution.OWN),
                new Passage("seed-brief", null, null),
                List.of(link),
                List.of(),
                InsightReferences.NONE,
                Subjects.NONE,
                null);
    }

    /** The claim with the address of its link as the rule gives it: printf 'compute\nenables\nsovereignty\n\nowned-hardware\n\n\n' | sha256sum. */
    private static String contractForm() {
        return CLAIM.replace("6f4f4a7e2a7c", "559d3a374eaa");
    }

    private static Problem refusal(String turtle) {
        RecordName name = RecordName.insight("owned-hardware");
        ClewException refusal = assertThrows(ClewException.class, () -> RDF.record(name, turtle(turtle)));
        return refusal.problems().get(0);
    }

    private static Graph turtle(String text) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFDataMgr.read(graph, new StringReader(PREFIXES + text), "http://localhost:8080/", Lang.TURTLE);
        return graph;
    }
}
