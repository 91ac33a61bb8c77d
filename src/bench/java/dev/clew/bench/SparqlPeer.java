package dev.clew.bench;

import dev.clew.ontology.Base;
import dev.clew.ontology.Jena;
import dev.clew.rdf.RdfProjection;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/**
 * One of those that {@link SparqlPeersBench} compares, in a JVM of its own so that none has to share its heap:
 * {@code SparqlPeer DIRECTORY INSIGHTS SIDE}. Prints a line for each question, its median and, where there is one, that over HTTP,
 * in milliseconds with a tab between them.
 */
final class SparqlPeer {
    private static final int VARIANTS = 5;
    private static final int ROUNDS = 40;
    /** So long is each question asked before it counts, that all sides are compiled; whoever is asked first would pay for all. */
    private static final Duration WARMING = Duration.ofSeconds(4);
    /** What takes seconds is asked in fewer rounds, as many as begin within this time; in one at least. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final String PREFIXES = """
            PREFIX clew: <https://w3id.org/clew/ontology#>
            PREFIX rel: <https://w3id.org/clew/relation/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            """;
    /** What is asked, by its name. */
    static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("an entity's claims", """
                SELECT ?insight ?text { ?insight clew:link ?link ; clew:text ?text . ?link clew:subject ?entity }""");
        QUESTIONS.put("two hops, distinct", """
                SELECT DISTINCT ?end { ?entity ?first ?middle . ?middle ?second ?end . ?end a clew:Concept }""");
        QUESTIONS.put("claims per nation and relation", """
                SELECT ?nation ?relation (COUNT(?insight) AS ?claims) {
                  ?nation a clew:Nation . ?link clew:subject ?nation ; clew:relation ?relation . ?insight clew:link ?link }
                GROUP BY ?nation ?relation""");
        QUESTIONS.put("a path of causes (rel:increases+)", "SELECT DISTINCT ?end { ?entity rel:increases+ ?end }");
        QUESTIONS.put("text filter", "SELECT ?insight { ?insight clew:text ?text FILTER CONTAINS(?text, \"kalomi\") }");
        QUESTIONS.put("evidence of a link over named graphs", """
                SELECT ?insight ?relation ?text { GRAPH ?insight {
                  ?insight a clew:Insight ; clew:text ?text . ?entity ?relation ?other } }""");
        QUESTIONS.put("order by date, limit 20", """
                SELECT ?insight ?date { ?insight a clew:Insight ; clew:source ?source . ?source dcterms:date ?date }
                ORDER BY DESC(?date) LIMIT 20""");
        QUESTIONS.put("distinct join", """
                SELECT DISTINCT ?holder ?topic { ?insight clew:holder ?holder ; clew:topic ?topic . ?holder a clew:Nation }""");
    }

    /** Who is asked. */
    enum Side {
        /** The projection in process, and its endpoint over HTTP. */
        OURS,
        /** RDF4J's MemoryStore in process. */
        RDF4J,
        /** Stock Fuseki on TDB2 over HTTP. */
        FUSEKI
    }

    private final BenchFiles files;
    private final List<String> entities;
    private final HttpClient client = HttpClient.newHttpClient();

    private SparqlPeer(BenchFiles files, List<String> entities) {
        this.files = files;
        this.entities = entities;
    }

    /** Runs in a JVM of its own. */
    public static void main(String[] arguments) throws IOException {
        Jena.ready();
        SyntheticLibrary library = new SyntheticLibrary(Integer.parseInt(arguments[1]));
        Random random = new Random(17);
        List<String> entities = IntStream.range(0, VARIANTS)
                .mapToObj(i -> Base.DEFAULT.address() + "entity/" + library.entityId(random))
                .toList();
        SparqlPeer peer = new SparqlPeer(new BenchFiles(Path.of(arguments[0])), entities);
        switch (Side.valueOf(arguments[2])) {
            case OURS -> peer.ours();
            case RDF4J -> peer.memoryStore();
            case FUSEKI -> peer.fuseki();
        }
    }

    private void ours() throws IOException {
        try (RdfProjection rdf = RdfProjection.open(files.data().resolve("rdf"), Base.DEFAULT);
                ServedSparql served = ServedSparql.start(rdf)) {
            awaitInMemory(rdf);
            QUESTIONS.forEach((name, text) -> print(
                    name,
                    median(text, query -> inProcess(rdf, query)),
                    median(text, query -> overHttp(served.address(), query))));
            cost(rdf, served);
        }
    }

    /**
     * As a server is after its first minute: the first query has the union read into memory. Where it stays on disk a server
     * answers from there for good, and so does this, and says so.
     */
    private void awaitInMemory(RdfProjection rdf) {
        while (!rdf.isInMemory() && !rdf.isLeftOnDisk()) {
            inProcess(rdf, bound("SELECT ?insight { ?insight clew:holder ?entity }", 0));
        }
        if (rdf.isLeftOnDisk()) {
            System.err.println("The records do not fit into memory: ours are the figures of the store on disk.");
        }
    }

    /** What HTTP adds to a small query, and what an answer costs that is given again. */
    private void cost(RdfProjection rdf, ServedSparql served) {
        String small = "SELECT ?p ?o { ?entity ?p ?o } LIMIT 10";
        print(
                SparqlPeersBench.SMALL,
                median(small, query -> inProcess(rdf, query)),
                median(small, query -> overHttp(served.address(), query)));
        print(SparqlPeersBench.AGAIN, median(small, query -> overHttp(served.cachingAddress(), query)));
    }

    private void memoryStore() throws IOException {
        SailRepository memory = new SailRepository(new MemoryStore());
        try (RepositoryConnection connection = memory.getConnection();
                InputStream quads = Files.newInputStream(files.quads())) {
            connection.add(quads, RDFFormat.NQUADS);
            QUESTIONS.forEach((name, text) -> print(
                    name,
                    median(
                            text,
                            query -> count(connection.prepareTupleQuery(query).evaluate()))));
        } finally {
            memory.shutDown();
        }
    }

    private void fuseki() {
        DatasetGraph loaded = DatabaseMgr.connectDatasetGraph(files.loaded().toString());
        loaded.getContext().set(TDB2.symUnionDefaultGraph, true);
        FusekiServer fuseki =
                FusekiServer.create().port(0).add("/peer", loaded).build().start();
        try {
            String address = "http://localhost:" + fuseki.getPort() + "/peer/query";
            QUESTIONS.forEach((name, text) -> print(name, median(text, query -> overHttp(address, query))));
        } finally {
            fuseki.stop();
        }
    }

    private static void print(String name, double... millis) {
        System.out.println(name
                + Arrays.stream(millis)
                        .mapToObj(each -> String.format(Locale.ROOT, "\t%.4f", each))
                        .collect(Collectors.joining()));
    }

    private double median(String text, ToIntFunction<String> asked) {
        rounds(Integer.MAX_VALUE, WARMING, text, asked);
        long[] nanos = rounds(ROUNDS, LONGEST, text, asked);
        return nanos[nanos.length / 2] / 1e6;
    }

    /** The times of so many rounds, ordered; of fewer when they take longer than this. */
    private long[] rounds(int most, Duration longest, String text, ToIntFunction<String> asked) {
        List<Long> nanos = new ArrayList<>();
        long begun = System.nanoTime();
        for (int round = 0; round < most && System.nanoTime() - begun < longest.toNanos(); round++) {
            for (int i = 0; i < VARIANTS; i++) {
                String query = bound(text, i);
                long start = System.nanoTime();
                asked.applyAsInt(query);
                nanos.add(System.nanoTime() - start);
            }
        }
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private String bound(String text, int variant) {
        ParameterizedSparqlString query = new ParameterizedSparqlString(PREFIXES + text);
        query.setIri("entity", entities.get(variant));
        return query.toString();
    }

    private static int inProcess(RdfProjection rdf, String query) {
        return rdf.read(view -> {
            try (QueryExec execution =
                    view.evaluation(QueryFactory.create(query)).build()) {
                int rows = 0;
                for (var found = execution.select(); found.hasNext(); found.next()) {
                    rows++;
                }
                return rows;
            }
        });
    }

    private static int count(TupleQueryResult result) {
        int rows = 0;
        try (result) {
            while (result.hasNext()) {
                result.next();
                rows++;
            }
        }
        return rows;
    }

    private int overHttp(String endpoint, String query) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(endpoint + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .header("Accept", "application/sparql-results+json")
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body().length;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
