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

/** The files of the ontology as they are packaged with this release, under {@code /ontology/} on the class path. */
public final class OntologyFiles {
    /** The names of the packaged files, in the order in which a reader would open them. */
    public static final List<String> NAMES = List.of("clew.ttl", "relations.ttl", "shapes.ttl");

    private OntologyFiles() {}

    /** The terms: classes, properties, constants, and the words that pages use. */
    public static Graph terms() {
        return graph("clew.ttl");
    }

    /** The relation types. */
    public static Graph relations() {
        return graph("relations.ttl");
    }

    /** The SHACL shapes. */
    public static Graph shapes() {
        return graph("shapes.ttl");
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
