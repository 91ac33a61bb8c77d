package dev.clew.ontology;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphReadOnly;

/** The files of the ontology as they are packaged with this release, under {@code /ontology/} on the class path. */
public final class OntologyFiles {
    /** The names of the packaged files, in the order in which a reader would open them. */
    public static final List<String> NAMES = List.of("clew.ttl", "relations.ttl", "shapes.ttl");

    private OntologyFiles() {}

    /** The terms: classes, properties, constants, and the words that pages use. Read once; nothing can be added to it. */
    public static Graph terms() {
        return OfTerms.GRAPH;
    }

    /** The relation types. Read once; nothing can be added to it. */
    public static Graph relations() {
        return OfRelations.GRAPH;
    }

    /** The SHACL shapes; read on each call. */
    public static Graph shapes() {
        return graph("shapes.ttl");
    }

    /** Read when it is first asked for. */
    private static final class OfTerms {
        private static final Graph GRAPH = new GraphReadOnly(graph("clew.ttl"));
    }

    /** Read when it is first asked for. */
    private static final class OfRelations {
        private static final Graph GRAPH = new GraphReadOnly(graph("relations.ttl"));
    }

    /**
     * A file as it was packaged, in Turtle.
     *
     * @throws ClewException (internal) when the release lacks the file
     */
    public static String turtle(String name) {
        try (InputStream file = open(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ClewException(
                    ErrorCode.INTERNAL, "The packaged file ontology/" + name + " cannot be read.", unreadable);
        }
    }

    private static Graph graph(String name) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        try (InputStream file = open(name)) {
            RDFDataMgr.read(graph, file, "https://w3id.org/clew/" + name, Lang.TURTLE);
        } catch (IOException unreadable) {
            throw new ClewException(
                    ErrorCode.INTERNAL, "The packaged file ontology/" + name + " cannot be read.", unreadable);
        }
        return graph;
    }

    private static InputStream open(String name) {
        InputStream file = OntologyFiles.class.getResourceAsStream("/ontology/" + name);
        if (file == null) {
            throw new ClewException(
                    ErrorCode.INTERNAL, "The release lacks its file ontology/" + name + ": build or install it again.");
        }
        return file;
    }
}
