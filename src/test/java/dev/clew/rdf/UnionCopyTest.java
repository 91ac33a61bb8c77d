package dev.clew.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.ontology.Base;
import dev.clew.projection.RandomLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.tdb2.TDB2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that name no graph are answered from memory, and just as the store on disk answers them. */
@Timeout(60)
class UnionCopyTest {
    private static final String ALL = "SELECT ?s ?p ?o { ?s ?p ?o }";
    private static final List<String> QUESTIONS = List.of(
            ALL,
            "SELECT ?insight ?text { ?insight clew:link ?link ; clew:text ?text . ?link clew:subject ?entity }",
            "SELECT DISTINCT ?end { ?entity ?first ?middle . ?middle ?second ?end . ?end a clew:Concept }",
            "SELECT ?relation (COUNT(?link) AS ?n) { ?link clew:relation ?relation } GROUP BY ?relation",
            "SELECT DISTINCT ?from ?to { ?from rel:increases+ ?to }",
            "SELECT ?edge ?n { ?edge clew:voicesFor ?n FILTER(?n > 1) }",
            "SELECT ?insight { ?insight a clew:Insight FILTER NOT EXISTS { ?insight clew:holder ?any } }",
            "SELECT ?insight ?holder { ?insight a clew:Insight OPTIONAL { ?insight clew:holder ?holder } }");

    @TempDir
    Path directory;

    private RdfProjection open() {
        return RdfProjection.open(directory, Base.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void afterEachChangeMemoryAnswersAsTheStoreDoes(long seed) {
        RandomLibrary library = new RandomLibrary(seed, 20);
        try (RdfProjection rdf = open()) {
            rdf.apply(library.changes(10));
            awaitInMemory(rdf);
            for (int round = 0; round < 15; round++) {
                rdf.apply(library.changes(1 + round % 4));
                rdf.read(UnionCopyTest::assertSameAnswers);
            }
            rdf.rebuild(library.published(), library.head());
            awaitInMemory(rdf);
            rdf.read(UnionCopyTest::assertSameAnswers);
        }
    }

    private static boolean assertSameAnswers(RdfView view) {
        for (String question : QUESTIONS) {
            Query query = query(question);
            QueryExec fromMemory = view.evaluation(query).build();
            assertFalse(fromMemory.getDataset() == view.dataset(), "asked of memory: " + question);
            assertEquals(onDisk(view, query), rows(fromMemory), question);
        }
        return true;
    }

    private static Set<String> onDisk(RdfView view, Query query) {
        return rows(QueryExec.newBuilder()
                .dataset(view.dataset())
                .query(query)
                .set(TDB2.symUnionDefaultGraph, true)
                .build());
    }

    private static Set<String> rows(QueryExec execution) {
        try (execution) {
            return execution.select().stream().map(UnionCopyTest::row).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String row(Binding row) {
        Map<String, String> values = new TreeMap<>();
        row.forEach((variable, value) -> values.put(variable.getName(), NodeFmtLib.strNT(value)));
        return values.toString();
    }

    private static Query query(String text) {
        return QueryFactory.create("PREFIX clew: <https://w3id.org/clew/ontology#>"
                + " PREFIX rel: <https://w3id.org/clew/relation/> " + text);
    }

    private static void awaitInMemory(RdfProjection rdf) {
        while (!rdf.isInMemory()) {
            rdf.read(view -> rows(view.evaluation(query(ALL)).build()));
            Thread.onSpinWait();
        }
    }

    @Test
    void whileAReaderIsOnTheCopyAWriteGoesOnAndOthersAreAnsweredFromTheStore() throws Exception {
        RandomLibrary library = new RandomLibrary(7, 20);
        try (RdfProjection rdf = open();
                ExecutorService reader = Executors.newSingleThreadExecutor()) {
            rdf.apply(library.changes(10));
            awaitInMemory(rdf);
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch written = new CountDownLatch(1);
            Future<Set<String>> old = reader.submit(() -> rdf.read(view -> {
                Set<String> before = rows(view.evaluation(query(ALL)).build());
                reading.countDown();
                await(written);
                assertEquals(before, rows(view.evaluation(query(ALL)).build()), "a read sees one change");
                return before;
            }));
            await(reading);
            rdf.apply(library.changes(3));
            Set<String> after = rdf.read(view -> {
                QueryExec meanwhile = view.evaluation(query(ALL)).build();
                assertTrue(meanwhile.getDataset() == view.dataset(), "asked of the store");
                return rows(meanwhile);
            });
            written.countDown();
            assertFalse(old.get().equals(after));
            rdf.read(UnionCopyTest::assertSameAnswers);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?g { GRAPH ?g { ?s ?p ?o } }",
                "SELECT ?s { ?s ?p ?o FILTER EXISTS { GRAPH ?g { ?s a clew:Fact } } }",
                "SELECT ?s { { SELECT ?s { GRAPH ?g { ?s ?p ?o } } } }",
                "SELECT ?s FROM <http://localhost:8080/entity/compute> { ?s ?p ?o }",
                "SELECT ?s { ?s clew:value 1.00 }",
                "SELECT ?s { VALUES ?value { 1.00 } ?s clew:value ?value }",
                "SELECT ?s { BIND(0.5 + 0.50 AS ?value) ?s clew:value ?value }"
            })
    void whatNamesAGraphOrFindsByValueIsAskedOfTheStore(String question) {
        assertFalse(UnionQuestion.is(query(question)));
    }

    @Test
    void aLibraryThatIsTooLargeForMemoryIsLeftOnDisk() {
        RandomLibrary library = new RandomLibrary(3, 20);
        try (RdfProjection rdf = open()) {
            rdf.apply(library.changes(10));
            UnionCopy copy = UnionCopy.limitedTo(5);
            Object asked = copy.ask();
            rdf.read(view -> {
                DatasetGraph store = view.dataset();
                copy.fill(Objects.requireNonNull(asked), store.find(), view.position());
                assertEquals(null, copy.enter(view.position()));
                return true;
            });
            assertFalse(copy.isReady());
            assertTrue(copy.isOff(), "whoever waits for it is told that it will not come");
            assertEquals(null, copy.ask(), "nobody has to try again");
        }
    }
}
