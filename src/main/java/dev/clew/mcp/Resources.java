package dev.clew.mcp;

import dev.clew.ontology.Base;
import dev.clew.ontology.ExampleQueries;
import dev.clew.ontology.ExampleQuery;
import dev.clew.ontology.OntologyFiles;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.List;

/** What an assistant may read before it writes a query: the vocabulary, and queries to begin with. */
final class Resources {
    private static final String QUERY = "application/sparql-query";

    private Resources() {}

    static List<SyncResourceSpecification> under(Base base) {
        List<SyncResourceSpecification> all = new ArrayList<>();
        for (String file : OntologyFiles.NAMES) {
            McpSchema.Resource resource = McpSchema.Resource.builder(base.address() + "ontology/" + file, file)
                    .title("The vocabulary: " + file)
                    .description("Terms, relation types and shapes of the library, each with definition and example.")
                    .mimeType("text/turtle")
                    .build();
            all.add(readable(resource, OntologyFiles.turtle(file)));
        }
        for (ExampleQuery example : ExampleQueries.under(base)) {
            McpSchema.Resource resource = McpSchema.Resource.builder(
                            base.address() + "sparql/examples/" + example.id(), example.id())
                    .title(example.title())
                    .description(example.about())
                    .mimeType(QUERY)
                    .build();
            all.add(readable(resource, example.query()));
        }
        return all;
    }

    private static SyncResourceSpecification readable(McpSchema.Resource resource, String text) {
        McpSchema.ResourceContents content = McpSchema.TextResourceContents.builder(resource.uri(), text)
                .mimeType(resource.mimeType())
                .build();
        McpSchema.ReadResourceResult result =
                McpSchema.ReadResourceResult.builder(List.of(content)).build();
        return new SyncResourceSpecification(resource, (context, request) -> result);
    }
}
