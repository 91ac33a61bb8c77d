package dev.clew.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The bill of materials in the jar names every library with its version and a licence. */
class BillOfMaterialsTest {
    private static JsonNode bill() throws IOException {
        try (InputStream in = BillOfMaterialsTest.class.getResourceAsStream("/META-INF/sbom/clew.cdx.json")) {
            assumeTrue(in != null, "The bill of materials is made by mvn package, which has not run.");
            return new ObjectMapper().readTree(in);
        }
    }

    @Test
    void everyLibraryIsNamedWithItsVersionAndALicence() throws IOException {
        JsonNode bill = bill();
        assertEquals("CycloneDX", bill.get("bomFormat").asText());
        List<String> wrong = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode each : bill.get("components")) {
            names.add(each.get("name").asText());
            if (each.path("version").asText().isEmpty() || each.path("licenses").isEmpty()) {
                wrong.add(each.path("purl").asText());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(
                names.containsAll(List.of("jena-tdb2", "lucene-core", "sqlite-jdbc", "javalin", "jsoup")),
                names::toString);
    }
}
