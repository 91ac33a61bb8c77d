package dev.clew.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewRecord;
import dev.clew.rdf.RdfProjection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks the questions of {@code ontology/questions} of the library that ships: one graph a record and the derived graph, all by default. */
class CompetencyQuestionsTest {
    private static final Path QUESTIONS = Path.of("ontology", "questions");
    private static final DatasetGraph LIBRARY = DatasetGraphFactory.createGeneral();

    @TempDir
    static Path directory;

    @BeforeAll
    static void readTheLibrary() throws IOException {
        RecordRdf rdf = new RecordRdf(Base.DEFAULT);
        for (ClewRecord record : ShippedLibrary.records(Base.DEFAULT)) {
            Node name = NodeFactory.createURI(Base.DEFAULT.iri(record.name()));
            for (Triple triple : rdf.triples(record)) {
                LIBRARY.add(name, triple.getSubject(), triple.getPredicate(), triple.getObject());
                LIBRARY.getDefaultGraph().add(triple);
            }
        }
        deriveFrom(ShippedLibrary.records(Base.DEFAULT));
    }

    private static void deriveFrom(List<ClewRecord> records) {
        RecordRdf rdf = new RecordRdf(Base.DEFAULT);
        CanonicalText text = new CanonicalText(Base.DEFAULT);
        Stream<RecordChange> published = records.stream()
                .sorted(Comparator.comparing(ClewRecord::name))
                .map(each -> new RecordChange(
                        each.name(), 1, new RecordChange.Content(each, text.write(rdf.triples(each)))));
        Node derived = new DerivedRdf(Base.DEFAULT).graph();
        try (RdfProjection projection = RdfProjection.open(directory, Base.DEFAULT)) {
            projection.rebuild(published, new Position("library", 1, "1"));
            projection.read(view -> {
                view.dataset().find(derived, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                    LIBRARY.add(quad);
                    LIBRARY.getDefaultGraph().add(quad.asTriple());
                });
                return derived;
            });
        }
    }

    static Stream<String> questions() throws IOException {
        try (Stream<Path> files = Files.list(QUESTIONS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".rq"))
                    .map(name -> name.replace(".rq", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theLibraryAnswers(String question) throws IOException {
        String query = Files.readString(QUESTIONS.resolve(question + ".rq"));
        List<String> expected = Files.readAllLines(QUESTIONS.resolve(question + ".expected.tsv"));
        assertTrue(query.matches("(?s)# [A-Z].*\\?.*"), "begins with the question in words");
        assertEquals(sorted(expected), sorted(answer(query)));
    }

    @Test
    void thereAreAtLeastTwelve() throws IOException {
        assertTrue(questions().count() >= 12);
    }

    /** The first line stays first: it names the columns. */
    private static List<String> sorted(List<String> lines) {
        return Stream.concat(lines.stream().limit(1), lines.stream().skip(1).sorted())
                .toList();
    }

    private static List<String> answer(String query) {
        try (QueryExecution execution = QueryExecutionFactory.create(query, DatasetFactory.wrap(LIBRARY))) {
            return execution.getQuery().isAskType()
                    ? List.of(Boolean.toString(execution.execAsk()))
                    : rows(execution.execSelect());
        }
    }

    private static List<String> rows(ResultSet results) {
        List<String> columns = results.getResultVars();
        List<String> rows = new ArrayList<>(List.of(String.join("\t", columns)));
        while (results.hasNext()) {
            QuerySolution row = results.next();
            rows.add(String.join(
                    "\t",
                    columns.stream().map(column -> written(row.get(column))).toList()));
        }
        return rows;
    }

    private static String written(RDFNode value) {
        if (value == null) {
            return "";
        }
        if (value.isLiteral()) {
            return value.asLiteral().getLexicalForm();
        }
        return Base.DEFAULT
                .relative(value.asResource().getURI())
                .replace(Terms.CLEW, "clew:")
                .replace(Terms.RELATION, "rel:");
    }
}
