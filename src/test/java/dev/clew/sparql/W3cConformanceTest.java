package dev.clew.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Replays the SPARQL tests of the W3C over HTTP against the endpoint's handlers, gate and writers. A test that does not pass, or is
 * not run, stands in {@code w3c-exceptions.tsv} with its reason; one that stands there and passes fails the build too. The
 * tests are read from {@code -Dclew.w3c=} or {@code ../shared/data}; where they are absent, this says so and is skipped.
 */
class W3cConformanceTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("clew.w3c", "../shared/data"), "w3c-sparql-rdf", "sparql");

    private static final Set<String> EVALUATIONS = Set.of("QueryEvaluationTest", "CSVResultFormatTest");

    private final Map<String, String> exceptions = exceptions();
    private final Map<String, int[]> table = new TreeMap<>();
    private final Map<String, String> surprises = new TreeMap<>();

    private static Map<String, String> exceptions() {
        try (Stream<String> lines = new java.io.BufferedReader(new java.io.InputStreamReader(
                        W3cConformanceTest.class.getResourceAsStream("w3c-exceptions.tsv"), StandardCharsets.UTF_8))
                .lines()) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> a, TreeMap::new));
        }
    }

    @Test
    void theTestsOfTheRecommendationPass() throws Exception {
        runAll(test -> true, false);
        String printed = print();
        System.out.print(printed);
        Files.writeString(Path.of("target", "conformance-sparql.md"), printed);
        assertNoSurprises();
    }

    @Test
    void queriesAreAnsweredTheSameFromACopyInMemory() throws Exception {
        runAll(test -> EVALUATIONS.contains(test.type()), true);
        System.out.print("From a copy in memory, as queries that name no graph are answered:\n" + print());
        assertNoSurprises();
    }

    private void assertNoSurprises() {
        assertEquals("", surprises.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }

    private void runAll(Predicate<W3cSuite.Entry> which, boolean copied) throws Exception {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "The W3C's tests are not at " + FOLDER + ": skipped. Give their folder by -Dclew.w3c=.");
        W3cSuite suite = new W3cSuite(FOLDER);
        Map<String, List<W3cSuite.Entry>> folders = Stream.of(
                        "sparql10/manifest.ttl", "sparql11/manifest-all.ttl", "sparql12/manifest.ttl")
                .flatMap(manifest -> suite.entries(manifest).stream())
                .filter(which)
                .collect(Collectors.groupingBy(W3cSuite.Entry::folder, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<W3cSuite.Entry>> folder : folders.entrySet()) {
            run(suite, folder.getKey(), folder.getValue(), copied);
        }
    }

    private void run(W3cSuite suite, String folder, List<W3cSuite.Entry> tests, boolean copied) throws Exception {
        String base = folder.endsWith("/protocol") ? W3cProtocol.BASE : W3cSuite.address(folder);
        try (PlainEndpoint endpoint = new PlainEndpoint(base, copied)) {
            for (W3cSuite.Entry test : tests) {
                count(test, reasonNotToRun(test), endpoint, suite);
            }
        }
    }

    private String reasonNotToRun(W3cSuite.Entry test) {
        String needed = test.type().equals("GraphStoreProtocolTest") ? W3cGraphStore.needs(test) : "";
        return exceptions.getOrDefault(needed.isEmpty() ? test.folder() : test.folder() + "#" + needed, "");
    }

    private void count(W3cSuite.Entry test, String skipped, PlainEndpoint endpoint, W3cSuite suite) {
        int[] row = table.computeIfAbsent(test.folder(), any -> new int[3]);
        if (!skipped.isEmpty()) {
            row[2]++;
            return;
        }
        String wrong = result(test, endpoint, suite);
        boolean known = exceptions.containsKey(test.name());
        row[wrong.isEmpty() ? 0 : 1]++;
        if (wrong.isEmpty() == known) {
            surprises.put(test.name(), wrong.isEmpty() ? "passes although it is listed as one that does not" : wrong);
        }
    }

    private static String result(W3cSuite.Entry test, PlainEndpoint endpoint, W3cSuite suite) {
        try {
            return switch (test.type()) {
                case "ProtocolTest" -> new W3cProtocol(suite, endpoint).run(test);
                case "GraphStoreProtocolTest" -> new W3cGraphStore(endpoint).run(test);
                case "ServiceDescriptionTest" -> new W3cDescription(endpoint).run(test);
                default -> new W3cEvaluation(suite, endpoint).run(test);
            };
        } catch (RuntimeException failed) {
            return "could not be run: " + failed;
        }
    }

    private String print() {
        StringBuilder text =
                new StringBuilder("| folder | passed | known not to pass | not run |\n|---|---:|---:|---:|\n");
        int[] sum = new int[3];
        table.forEach((folder, row) -> {
            text.append("| " + folder + " | " + row[0] + " | " + row[1] + " | " + row[2] + " |\n");
            for (int i = 0; i < row.length; i++) {
                sum[i] += row[i];
            }
        });
        return text.append("| **all** | **" + sum[0] + "** | **" + sum[1] + "** | **" + sum[2] + "** |\n")
                .toString();
    }
}
