package dev.clew.ontology;

import dev.clew.model.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;

/** A record's node and its parts, each with its JSON path; turns findings about them into problems. */
final class ProblemPaths {
    private static final Set<Node> TO_PARTS =
            Set.of(Terms.LINK, Terms.QUANTITY, Terms.FRAMING, Terms.FACT, Terms.PARTICIPATION);

    private final Map<Node, String> pathByNode = new LinkedHashMap<>();

    /** Parts are counted in the order of the triples, which is the order of the record's lists. */
    ProblemPaths(Node record, Collection<Triple> triples) {
        pathByNode.put(record, "");
        Map<Node, Integer> counts = new HashMap<>();
        for (Triple triple : triples) {
            if (triple.getSubject().equals(record) && TO_PARTS.contains(triple.getPredicate())) {
                int index = counts.merge(triple.getPredicate(), 1, Integer::sum) - 1;
                pathByNode.put(triple.getObject(), Terms.field(triple.getPredicate()) + "[" + index + "]");
            }
        }
    }

    List<Node> nodes() {
        return List.copyOf(pathByNode.keySet());
    }

    Problem problem(ReportEntry entry) {
        String owner = pathByNode.getOrDefault(entry.focusNode(), "");
        String field = field(entry.resultPath());
        String path = owner.isEmpty() || field.isEmpty() ? owner + field : owner + "." + field;
        return new Problem(path, entry.message(), written(entry.value()));
    }

    private static String field(@Nullable Path path) {
        return path instanceof P_Link link ? Terms.field(link.getNode()) : "";
    }

    private static @Nullable String written(@Nullable Node value) {
        if (value == null) {
            return null;
        }
        return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }
}
