package dev.clew.app;

import dev.clew.graph.GraphProjection;
import dev.clew.ledger.Ledger;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.projection.Comparison;
import dev.clew.projection.Projection;
import dev.clew.rdf.RdfProjection;
import dev.clew.search.SearchProjection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Everything that is derived from the ledger, in directories of its own under one root.
 *
 * @param rdf the published records as a dataset
 * @param search the text index
 * @param graph the edges in memory
 */
public record Derived(RdfProjection rdf, SearchProjection search, GraphProjection graph) implements AutoCloseable {
    private static final List<String> DIRECTORIES = List.of("rdf", "search", "graph", Meanings.DIRECTORY);

    /**
     * Opens what is there; what is missing or damaged starts empty and is built by its keeper.
     *
     * @throws ClewException (no-space) when the directory cannot be written
     */
    public static Derived open(Path root, Base base) {
        SearchProjection search = search(root);
        try {
            return open(root, base, search);
        } catch (RuntimeException refused) {
            search.close();
            throw refused;
        }
    }

    /** The text index of a root, which takes longest to open and does so beside the rest. */
    static SearchProjection search(Path root) {
        return new SearchProjection(root.resolve("search"));
    }

    /** The same, with the text index that is being opened. */
    static Derived open(Path root, Base base, SearchProjection search) {
        try {
            Opening opening = new Opening();
            Future<RdfProjection> rdf = opening.of(() -> RdfProjection.open(root.resolve("rdf"), base));
            Future<GraphProjection> graph =
                    opening.of(() -> new GraphProjection(root.resolve("graph"), RelationCatalogue.load()));
            opening.await();
            return new Derived(rdf.resultNow(), search, graph.resultNow());
        } catch (UncheckedIOException refused) {
            throw new ClewException(
                    ErrorCode.NO_SPACE,
                    "Cannot write what is derived into " + root + ": " + refused.getMessage()
                            + ". Make the directory writable and free some space.",
                    refused);
        }
    }

    /** All of them, in the order in which health lists them. */
    public List<Projection> all() {
        return List.of(rdf, search, graph);
    }

    /** Closes all of them; who hands them to keepers leaves that to these. */
    @Override
    public void close() {
        all().forEach(Projection::close);
    }

    /** Compares each with one built from nothing in a temporary directory, which is removed again. */
    public List<Comparison> compare(Ledger ledger, Base base) {
        Path scratch = scratch();
        try {
            List<Comparison> found = new ArrayList<>();
            Derived fresh = open(scratch, base);
            for (int i = 0; i < all().size(); i++) {
                try (Projection built = fresh.all().get(i)) {
                    found.add(Comparison.of(ledger, all().get(i), built));
                }
            }
            return found;
        } finally {
            delete(scratch);
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("clew-check");
        } catch (IOException failed) {
            throw new ClewException(
                    ErrorCode.NO_SPACE, "Cannot make a temporary directory to compare with: free some space.", failed);
        }
    }

    /** Removes everything derived under the root; it is built anew by the next start. */
    public static void remove(Path root) {
        DIRECTORIES.forEach(each -> delete(root.resolve(each)));
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new ClewException(
                    ErrorCode.NO_SPACE,
                    "Cannot remove " + directory + ": make it writable, or remove it by hand.",
                    failed);
        }
    }
}
