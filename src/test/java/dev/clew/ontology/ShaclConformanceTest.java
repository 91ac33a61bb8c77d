package dev.clew.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.junit.jupiter.api.Test;

/**
 * The W3C's tests of SHACL Core on the engine with which {@link ShapeValidator} holds records against our shapes. They are read from
 * {@code -Dclew.w3c=} or {@code ../shared/data}; where they are absent, this says so and is skipped. SHACL-SPARQL is not used by
 * our shapes and not run.
 */
class ShaclConformanceTest {
    private static final Path FOLDER = Path.of(
            System.getProperty("clew.w3c", "../shared/data"), "w3c-shacl", "data-shapes-test-suite", "tests", "core");
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String SHT = "http://www.w3.org/ns/shacl-test#";
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final List<String> COMPARED =
            List.of("focusNode", "value", "resultPath", "sourceConstraintComponent", "resultSeverity");

    private final Map<String, int[]> table = new TreeMap<>();
    private final Map<String, String> failures = new TreeMap<>();

    @Test
    void theTestsOfShaclCorePass() {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "The W3C's tests are not at " + FOLDER + ": skipped. Give their folder by -Dclew.w3c=.");
        collect(FOLDER.resolve("manifest.ttl"));
        table.forEach(
                (folder, row) -> System.out.println("| shacl/" + folder + " | " + row[0] + " | " + row[1] + " |"));
        assertEquals(
                98, table.values().stream().mapToInt(row -> row[0] + row[1]).sum());
        assertEquals(
                Set.of("core/property/uniqueLang-001"),
                failures.keySet(),
                "the engine names the value of sh:uniqueLang too, which the suite leaves out; else: " + failures);
    }

    private static Property property(String space, String name) {
        return ResourceFactory.createProperty(space + name);
    }

    private static Model read(Path file) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.source(file).base(file.toUri().toString()).parse(model);
        return model;
    }

    private void collect(Path manifest) {
        Model model = read(manifest);
        model.listObjectsOfProperty(property(MF, "include"))
                .forEachRemaining(each ->
                        collect(Path.of(java.net.URI.create(each.asResource().getURI()))));
        model.listObjectsOfProperty(property(MF, "entries"))
                .forEachRemaining(list ->
                        list.as(RDFList.class).asJavaList().forEach(entry -> run(manifest, entry.asResource())));
    }

    private void run(Path file, Resource entry) {
        int[] row = table.computeIfAbsent(file.getParent().getFileName().toString(), any -> new int[2]);
        String wrong = wrong(entry);
        row[wrong.isEmpty() ? 0 : 1]++;
        if (!wrong.isEmpty()) {
            failures.put(entry.getURI().replaceFirst(".*/tests/", ""), wrong);
        }
    }

    private static String wrong(Resource entry) {
        Resource action = entry.getPropertyResourceValue(property(MF, "action"));
        Model data = graph(action, "dataGraph");
        RDFNode expected = entry.getProperty(property(MF, "result")).getObject();
        try {
            Model found = ShaclValidator.get()
                    .validate(Shapes.parse(graph(action, "shapesGraph")), data.getGraph())
                    .getModel();
            if (expected.asResource().hasURI(SHT + "Failure")) {
                return "is taken although the shapes are malformed";
            }
            List<String> wanted = results(expected.getModel());
            return wanted.equals(results(found)) ? "" : "wanted " + wanted + " and found " + results(found);
        } catch (ShaclParseException malformed) {
            return expected.asResource().hasURI(SHT + "Failure") ? "" : String.valueOf(malformed.getMessage());
        }
    }

    private static Model graph(Resource action, String which) {
        return read(Path.of(java.net.URI.create(
                action.getPropertyResourceValue(property(SHT, which)).getURI())));
    }

    private static List<String> results(Model report) {
        return report
                .listObjectsOfProperty(property(SH, "result"))
                .mapWith(result -> COMPARED.stream()
                        .map(name -> told(result.asResource(), property(SH, name)))
                        .collect(Collectors.joining(" ")))
                .toList()
                .stream()
                .sorted()
                .toList();
    }

    private static String told(Resource result, Property property) {
        return result.listProperties(property).toList().stream()
                .map(statement -> statement.getObject().isAnon()
                        ? "[]"
                        : statement.getObject().toString())
                .sorted()
                .collect(Collectors.joining(","));
    }
}
