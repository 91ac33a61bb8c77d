package dev.clew.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How deep a text nests is told before it is parsed. */
class UntrustedRdfTest {
    private static boolean tooDeep(String text) throws IOException {
        return UntrustedRdf.nestsTooDeeply(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void onlyBracketsThatNestAreCounted() throws IOException {
        Map<String, Boolean> texts = new LinkedHashMap<>();
        texts.put("", false);
        texts.put("[".repeat(100) + "]".repeat(100), false);
        texts.put("[".repeat(101), true);
        texts.put("<<".repeat(101), true);
        texts.put("<<(".repeat(60), true);
        texts.put("{\"a\":".repeat(101), true);
        texts.put("( ) [ ] { } ".repeat(1000), false);
        texts.put("<< <a> <b> <c> >> ".repeat(1000), false);
        texts.put("\"" + "[".repeat(500) + "\"", false);
        texts.put("\"\\\"" + "[".repeat(500) + "\"", false);
        texts.put("\"\" " + "[".repeat(101), true);
        texts.put("'''" + "[\n".repeat(500) + "' '' ''' ]", false);
        texts.put("\"\"\"a\\\"\"\" " + "[".repeat(500) + "\"\"\"", false);
        texts.put("\"\"\"a\"\"\" " + "[".repeat(101), true);
        texts.put("<http://a.example/" + "(".repeat(500) + ">", false);
        texts.put("# " + "(".repeat(500) + "\n[]", false);
        texts.put("a:\\(" + "\\(".repeat(500), false);
        for (Map.Entry<String, Boolean> each : texts.entrySet()) {
            String shown = each.getKey().substring(0, Math.min(20, each.getKey().length()));
            assertEquals(each.getValue(), tooDeep(each.getKey()), shown);
        }
    }
}
