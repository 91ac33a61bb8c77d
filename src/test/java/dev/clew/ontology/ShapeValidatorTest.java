package dev.clew.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.ClewRecord;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeValidatorTest {
    private static final CanonicalText TEXT = new CanonicalText(Base.DEFAULT);
    private static final ShapeValidator VALIDATOR = new ShapeValidator(new RecordRdf(Base.DEFAULT));
    private static final String CLEW = "<https://w3id.org/clew/ontology#";
    private static final String RDFS = "<http://www.w3.org/2000/01/rdf-schema#";
    private static final String SKOS = "<http://www.w3.org/2004/02/skos/core#";
    private static final String DCTERMS = "<http://purl.org/dc/terms/";
    private static final String XSD = "<http://www.w3.org/2001/XMLSchema#";

    private static final Map<String, List<String>> RECORDS = Map.of(
            "insight",
            List.of(
                    "insight/i type clew:Insight",
                    "insight/i clew:text \"Ten times the compute doubles the capability.\"@en",
                    "insight/i clew:holder <entity/h>",
                    "insight/i clew:attribution clew:own",
                    "insight/i clew:claimType clew:report",
                    "insight/i clew:certainty clew:plain",
                    "insight/i clew:grounding clew:timed",
                    "insight/i clew:source <source/s>",
                    "insight/i clew:start \"10\"^^xsd:integer",
                    "insight/i clew:end \"20\"^^xsd:integer",
                    "insight/i clew:supports <insight/j>",
                    "insight/i clew:link <insight/i#link-1>",
                    "insight/i#link-1 type clew:Link",
                    "insight/i#link-1 clew:subject <entity/h>",
                    "insight/i#link-1 clew:relation rel:enables",
                    "insight/i#link-1 clew:object <entity/o>",
                    "insight/i#link-1 clew:sign \"+\"",
                    "insight/i#link-1 clew:denied \"false\"^^xsd:boolean",
                    "insight/i#link-1 clew:scopePeriod \"2020/2025\"",
                    "insight/i clew:quantity <insight/i#quantity-1>",
                    "insight/i#quantity-1 type clew:ValueQuantity",
                    "insight/i#quantity-1 clew:of <entity/o>",
                    "insight/i#quantity-1 clew:value \"2\"^^xsd:decimal",
                    "insight/i#quantity-1 clew:unit \"times\"",
                    "insight/i clew:quantity <insight/i#quantity-2>",
                    "insight/i#quantity-2 type clew:FactorQuantity",
                    "insight/i#quantity-2 clew:cause <entity/h>",
                    "insight/i#quantity-2 clew:causeBy \"10\"^^xsd:decimal",
                    "insight/i#quantity-2 clew:effect <entity/o>",
                    "insight/i#quantity-2 clew:effectBy \"2\"^^xsd:decimal",
                    "insight/i clew:quantity <insight/i#quantity-3>",
                    "insight/i#quantity-3 type clew:ProductQuantity",
                    "insight/i#quantity-3 clew:result <entity/o>",
                    "insight/i#quantity-3 clew:factor <entity/h>",
                    "insight/i#quantity-3 clew:factor <entity/o>"),
            "entity",
            List.of(
                    "entity/e type clew:Nation",
                    "entity/e rdfs:label \"France\"@en",
                    "entity/e skos:altLabel \"French Republic\"@en",
                    "entity/e skos:exactMatch <https://example.org/france>",
                    "entity/e clew:isoAlpha2 \"FR\"",
                    "entity/e clew:isoNumeric \"250\"",
                    "entity/e dcterms:source <source/s>",
                    "entity/e clew:framing <entity/e#framing-people>",
                    "entity/e#framing-people type clew:Framing",
                    "entity/e#framing-people rdfs:label \"as its people\"@en",
                    "entity/e#framing-people skos:definition \"Those who live there.\"@en",
                    "entity/e clew:fact <entity/e#fact-1>",
                    "entity/e rel:member-of <entity/o>",
                    "entity/e#fact-1 type clew:Fact",
                    "entity/e#fact-1 clew:subject <entity/e>",
                    "entity/e#fact-1 clew:relation rel:member-of",
                    "entity/e#fact-1 clew:object <entity/o>",
                    "entity/e#fact-1 dcterms:source <source/s>",
                    "entity/e#fact-1 clew:from \"1949\""),
            "source",
            List.of(
                    "source/x type clew:Episode",
                    "source/x dcterms:title \"An episode\"",
                    "source/x clew:podcast <source/s>",
                    "source/x dcterms:date \"2026-01-31\"^^xsd:date",
                    "source/x clew:url <https://example.org/episode>",
                    "source/x clew:duration \"3600\"^^xsd:integer",
                    "source/x clew:participation <source/x#participation-1>",
                    "source/x#participation-1 type clew:Participation",
                    "source/x#participation-1 clew:person <entity/h>",
                    "source/x#participation-1 clew:role \"guest\""));

    @Property(tries = 200)
    void everyRecordThatTheModelAllowsIsValidWhenItsReferencesExist(@ForAll("records") ClewRecord record) {
        assertEquals(List.of(), VALIDATOR.validate(record, RandomRecords.kinds(record)));
    }

    @Provide
    Arbitrary<ClewRecord> records() {
        return Arbitraries.randomValue(random -> new RandomRecords(random).record());
    }

    @ParameterizedTest
    @CsvSource({"insight", "entity", "source"})
    void theExamplesOfThisTestAreValid(String record) {
        assertEquals(List.of(), problems(record, RECORDS.get(record)));
    }

    /** One refusing example for each shape and field: record; line replaced (empty: added); its replacement (empty: removed); path. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "insight | insight/i clew:text | | text",
                "insight | insight/i clew:text | insight/i clew:text \" \"@en | text",
                "insight | insight/i clew:text | insight/i clew:text \"no language\" | text",
                "insight | insight/i clew:holder | insight/i clew:holder <entity/unknown> | holder",
                "insight | insight/i clew:holder | insight/i clew:holder <source/s> | holder",
                "insight | | insight/i clew:speaker <entity/unknown> | speaker",
                "insight | insight/i clew:attribution | insight/i clew:attribution clew:guessed | attribution",
                "insight | insight/i clew:claimType | insight/i clew:claimType clew:rumour | claimType",
                "insight | insight/i clew:certainty | | certainty",
                "insight | insight/i clew:source | insight/i clew:source <entity/h> | source",
                "insight | insight/i clew:start | insight/i clew:start \"-1\"^^xsd:integer | start",
                "insight | insight/i clew:start | insight/i clew:start \"30\"^^xsd:integer | start",
                "insight | insight/i clew:end | insight/i clew:end \"soon\" | end",
                "insight | | insight/i clew:startPrecision \"-5\"^^xsd:integer | startPrecision",
                "insight | | insight/i clew:note \"\" | note",
                "insight | insight/i clew:supports | insight/i clew:supports <entity/h> | supports",
                "insight | | insight/i clew:contradicts <insight/unknown> | contradicts",
                "insight | | insight/i clew:refines <insight/unknown> | refines",
                "insight | | insight/i clew:cites <insight/unknown> | cites",
                "insight | | insight/i clew:rivals <insight/unknown> | rivals",
                "insight | | insight/i clew:topic <entity/unknown> | topics",
                "insight | | insight/i clew:mentions <entity/unknown> | mentions",
                "insight | | insight/i clew:mood \"sunny\" | mood",
                "insight | insight/i clew:grounding | insight/i clew:grounding clew:quoted | ~~",
                "insight | insight/i clew:grounding | insight/i clew:grounding clew:vague | grounding",
                "insight | insight/i clew:start | | ~~",
                "insight | insight/i#link-1 type | | links",
                "insight | insight/i#link-1 clew:subject | insight/i#link-1 clew:subject <entity/unknown> | links[0].subject",
                "insight | insight/i#link-1 clew:relation | insight/i#link-1 clew:relation rel:adores | links[0].relation",
                "insight | insight/i#link-1 clew:object | | links[0].object",
                "insight | insight/i#link-1 clew:sign | insight/i#link-1 clew:sign \"z\" | links[0].sign",
                "insight | insight/i#link-1 clew:sign | insight/i#link-1 clew:sign \"-\" | links[0]",
                "insight | insight/i#link-1 clew:denied | insight/i#link-1 clew:denied \"maybe\" | links[0].denied",
                "insight | insight/i#link-1 clew:scopePeriod | insight/i#link-1 clew:scopePeriod \"lately\" | links[0].scope.period",
                "insight | | insight/i#link-1 clew:scopeWhere <entity/unknown> | links[0].scope.where",
                "insight | | insight/i#link-1 clew:scopeCondition \"\" | links[0].scope.condition",
                "insight | | insight/i#link-1 clew:subjectFraming <entity/h> | links[0].subjectFraming",
                "insight | | insight/i#link-1 clew:objectFraming \"meaning\" | links[0].objectFraming",
                "insight | | insight/i#link-1 clew:mood \"sunny\" | links[0].mood",
                "insight | insight/i#quantity-1 clew:of | | quantities[0].of",
                "insight | insight/i#quantity-1 clew:value | insight/i#quantity-1 clew:value \"two\" | quantities[0].value",
                "insight | insight/i#quantity-1 clew:unit | | quantities[0].unit",
                "insight | | insight/i#quantity-1 clew:when \"\" | quantities[0].when",
                "insight | insight/i#quantity-2 clew:cause | | quantities[1].cause",
                "insight | insight/i#quantity-2 clew:causeBy | insight/i#quantity-2 clew:causeBy \"0\"^^xsd:decimal | quantities[1].causeBy",
                "insight | insight/i#quantity-2 clew:effect | | quantities[1].effect",
                "insight | insight/i#quantity-2 clew:effectBy | | quantities[1].effectBy",
                "insight | insight/i#quantity-3 clew:result | | quantities[2].result",
                "insight | insight/i#quantity-3 clew:factor <entity/h> | | quantities[2].factors",
                "insight | insight/i#quantity-3 type | | quantities",
                "entity | entity/e type | entity/e type clew:Planet | kind",
                "entity | entity/e rdfs:label | | label",
                "entity | entity/e skos:altLabel | entity/e skos:altLabel \"no language\" | aliases",
                "entity | | entity/e skos:definition \" \"@en | definition",
                "entity | entity/e skos:exactMatch | entity/e skos:exactMatch <ftp://example.org/> | sameAs",
                "entity | entity/e clew:isoAlpha2 | entity/e clew:isoAlpha2 \"fr\" | codes.isoAlpha2",
                "entity | | entity/e clew:isoAlpha3 \"FRAN\" | codes.isoAlpha3",
                "entity | entity/e clew:isoNumeric | entity/e clew:isoNumeric \"25\" | codes.isoNumeric",
                "entity | entity/e dcterms:source | | source",
                "entity | | entity/e clew:note \"\" | note",
                "entity | | entity/e rel:enables <entity/o> | enables",
                "entity | entity/e#framing-people type | | framings",
                "entity | entity/e#framing-people rdfs:label | | framings[0].label",
                "entity | entity/e#framing-people skos:definition | | framings[0].definition",
                "entity | entity/e#fact-1 type | | facts",
                "entity | entity/e#fact-1 clew:relation | entity/e#fact-1 clew:relation rel:enables | facts[0].relation",
                "entity | entity/e#fact-1 clew:object | entity/e#fact-1 clew:object <entity/unknown> | facts[0].object",
                "entity | entity/e#fact-1 dcterms:source | | facts[0].source",
                "entity | entity/e#fact-1 clew:from | entity/e#fact-1 clew:from \"long ago\" | facts[0].from",
                "entity | | entity/e#fact-1 clew:until \"later\" | facts[0].until",
                "source | source/x dcterms:title | | title",
                "source | source/x clew:podcast | | podcast",
                "source | source/x clew:podcast | source/x clew:podcast <source/d> | podcast",
                "source | | source/x clew:season \"-1\"^^xsd:integer | season",
                "source | | source/x clew:number \"seven\" | number",
                "source | source/x dcterms:date | source/x dcterms:date \"yesterday\" | date",
                "source | source/x clew:url | source/x clew:url \"https://example.org/\" | url",
                "source | | source/x clew:enclosure <file:///etc/passwd> | enclosure",
                "source | | source/x dcterms:license \"free\" | licence",
                "source | source/x clew:duration | source/x clew:duration \"-1\"^^xsd:integer | duration",
                "source | | source/x clew:note \"\" | note",
                "source | | source/x clew:mood \"sunny\" | mood",
                "source | source/x type | source/x type clew:Document | podcast",
                "source | source/x#participation-1 clew:person | | people[0].person",
                "source | source/x#participation-1 clew:role | source/x#participation-1 clew:role \"The Guest\" | people[0].role",
            })
    void whatBreaksAShapeIsRefusedAtItsPath(String record, String replaced, String replacement, String path) {
        List<String> lines = new ArrayList<>(RECORDS.get(record));
        if (replaced != null) {
            assertTrue(lines.removeIf(line -> line.startsWith(replaced + " ") || line.equals(replaced)), replaced);
        }
        if (replacement != null) {
            lines.add(replacement);
        }
        List<Problem> problems = problems(record, lines);
        assertTrue(problems.stream().anyMatch(problem -> problem.path().equals(path)), () -> "got " + problems);
        problems.forEach(problem -> assertTrue(problem.message().matches("(?s).+[:,;] .+\\."), problem.message()));
    }

    @Test
    void manyThreadsGetTheAnswersOfOne() throws Exception {
        List<ClewRecord> records = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            records.add(new RandomRecords(random).record());
        }
        List<List<Problem>> expected = records.stream()
                .map(record -> VALIDATOR.validate(record, Map.of()))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<List<List<Problem>>> task = () -> records.stream()
                    .map(record -> VALIDATOR.validate(record, Map.of()))
                    .toList();
            for (Future<List<List<Problem>>> answer : threads.invokeAll(List.of(task, task, task, task))) {
                assertEquals(expected, answer.get());
            }
        }
    }

    private static List<Problem> problems(String record, List<String> lines) {
        RecordName name = RecordName.parse(lines.get(lines.size() - 1).replaceAll("[# ].*", ""))
                .orElseThrow();
        RecordClass recordClass = switch (name.type()) {
            case INSIGHT -> RecordClass.INSIGHT;
            case ENTITY -> RecordClass.NATION;
            case SOURCE -> lines.contains("source/x type clew:Document") ? RecordClass.DOCUMENT : RecordClass.EPISODE;
        };
        return VALIDATOR.validate(name, triples(lines), recordClass, KINDS);
    }

    private static final Map<RecordName, RecordClass> KINDS = new HashMap<>(Map.of(
            RecordName.entity("h"), RecordClass.ORGANIZATION,
            RecordName.entity("o"), RecordClass.CONCEPT,
            RecordName.insight("j"), RecordClass.INSIGHT,
            RecordName.source("s"), RecordClass.PODCAST,
            RecordName.source("d"), RecordClass.DOCUMENT));

    private static Collection<Triple> triples(List<String> lines) {
        return lines.stream().map(ShapeValidatorTest::triple).toList();
    }

    private static Triple triple(String line) {
        String[] parts = line.split(" ", 3);
        return Triple.create(node("<" + parts[0] + ">"), node(parts[1]), node(parts[2]));
    }

    private static Node node(String written) {
        String expanded = written.equals("type")
                ? "<" + RDF.type.getURI() + ">"
                : written.replaceFirst("^clew:(\\w+)$", CLEW + "$1>")
                        .replaceFirst("^rdfs:(\\w+)$", RDFS + "$1>")
                        .replaceFirst("^skos:(\\w+)$", SKOS + "$1>")
                        .replaceFirst("^dcterms:(\\w+)$", DCTERMS + "$1>")
                        .replaceFirst("^rel:([a-z-]+)$", "<https://w3id.org/clew/relation/$1>")
                        .replaceFirst("\\^\\^xsd:(\\w+)$", "^^" + XSD + "$1>");
        Node anything = NodeFactory.createURI("urn:x");
        return TEXT.read("<urn:x> <urn:x> " + expanded + " .\n").stream()
                .map(Triple::getObject)
                .findFirst()
                .orElse(anything);
    }
}
