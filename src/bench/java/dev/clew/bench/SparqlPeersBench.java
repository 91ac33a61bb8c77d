package dev.clew.bench;

import dev.clew.bench.SparqlPeer.Side;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Eight questions of researchers on the store that {@link ImportBench} left, beside RDF4J's MemoryStore in process and stock
 * Fuseki on the TDB2 store of {@link LoaderBench} over HTTP: {@code SparqlPeersBench DIRECTORY INSIGHTS}. One {@link SparqlPeer} after
 * the other is asked, each with as much heap. Prints medians, the ratio of each, and their geometric means.
 */
final class SparqlPeersBench {
    static final String SMALL = "a small query";
    static final String AGAIN = "the same, given again from memory";

    /** RDF4J's MemoryStore does not hold 100 000 insights in less. */
    private static final String HEAP = "-Xmx4g";

    private SparqlPeersBench() {}

    /** Runs in a JVM of its own. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, double[]> ours = asked(Side.OURS, arguments);
        Map<String, double[]> memoryStore = asked(Side.RDF4J, arguments);
        Map<String, double[]> fuseki = asked(Side.FUSEKI, arguments);
        Map<String, double[]> medians = new LinkedHashMap<>();
        for (String name : SparqlPeer.QUESTIONS.keySet()) {
            double[] own = ours.get(name);
            medians.put(name, new double[] {own[0], memoryStore.get(name)[0], own[1], fuseki.get(name)[0]});
        }
        print(medians);
        System.out.printf(
                Locale.ROOT,
                "%na small query: in process %.2f ms, over HTTP %.2f ms, given again from memory %.2f ms%n",
                ours.get(SMALL)[0],
                ours.get(SMALL)[1],
                ours.get(AGAIN)[0]);
    }

    /** The milliseconds that one side printed, by what was asked. */
    private static Map<String, double[]> asked(Side side, String[] arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SparqlPeer.class.getName(),
                        arguments[0],
                        arguments[1],
                        side.name()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, double[]> millis = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.err.println(side + "\t" + line);
                List<String> cells = List.of(line.split("\t", -1));
                millis.put(
                        cells.getFirst(),
                        cells.subList(1, cells.size()).stream()
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(side + " failed: see above");
        }
        return millis;
    }

    private static void print(Map<String, double[]> medians) {
        System.out.printf(
                "%n| %-38s | %9s | %9s | %6s | %9s | %9s | %6s |%n",
                "medians in ms", "ours", "RDF4J", "ratio", "ours HTTP", "Fuseki", "ratio");
        System.out.println("|" + "-".repeat(40) + ("|" + "-".repeat(10) + ":").repeat(6) + "|");
        double inProcess = 0;
        double http = 0;
        for (Map.Entry<String, double[]> each : medians.entrySet()) {
            double[] m = each.getValue();
            row(each.getKey(), m, m[0] / m[1], m[2] / m[3]);
            inProcess += Math.log(m[0] / m[1]);
            http += Math.log(m[2] / m[3]);
        }
        System.out.printf(
                Locale.ROOT,
                "| %-38s | %9s | %9s | %6.2f | %9s | %9s | %6.2f |%n",
                "geometric mean of ratios",
                "",
                "",
                Math.exp(inProcess / medians.size()),
                "",
                "",
                Math.exp(http / medians.size()));
    }

    private static void row(String name, double[] m, double inProcess, double http) {
        System.out.printf(
                Locale.ROOT,
                "| %-38s | %9.2f | %9.2f | %6.2f | %9.2f | %9.2f | %6.2f |%n",
                name,
                m[0],
                m[1],
                inProcess,
                m[2],
                m[3],
                http);
    }
}
