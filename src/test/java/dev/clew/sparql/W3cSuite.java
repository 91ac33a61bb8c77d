package dev.clew.sparql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/** The folders of the W3C's SPARQL tests: their manifests, entries and files, under addresses of their own. */
final class W3cSuite {
    static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
    private static final String BASE = "http://w3c.example/";

    private final Path root;

    W3cSuite(Path root) {
        this.root = root;
    }

    /**
     * One test.
     *
     * @param folder such as {@code sparql11/aggregates}
     * @param entry its node in the manifest
     */
    record Entry(String folder, Resource entry) {
        String type() {
            return entry.getPropertyResourceValue(RDF.type).getLocalName();
        }

        String name() {
            return folder + "#" + entry.getLocalName();
        }

        Resource action() {
            return entry.getPropertyResourceValue(mf("action"));
        }
    }

    static Property mf(String name) {
        return ResourceFactory.createProperty(MF, name);
    }

    static Property qt(String name) {
        return ResourceFactory.createProperty(QT, name);
    }

    static Property ut(String name) {
        return ResourceFactory.createProperty(UT, name);
    }

    /** Every test that a manifest lists, with those that it includes. */
    List<Entry> entries(String manifest) {
        List<Entry> entries = new ArrayList<>();
        collect(BASE + manifest, entries);
        return entries;
    }

    private void collect(String manifest, List<Entry> entries) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.source(file(manifest)).base(manifest).parse(model);
        String folder = manifest.substring(BASE.length(), manifest.lastIndexOf('/'));
        model.listObjectsOfProperty(mf("include"))
                .forEachRemaining(list -> list.as(org.apache.jena.rdf.model.RDFList.class)
                        .asJavaList()
                        .forEach(each -> collect(each.asResource().getURI(), entries)));
        model.listObjectsOfProperty(mf("entries"))
                .forEachRemaining(list -> list.as(org.apache.jena.rdf.model.RDFList.class)
                        .asJavaList()
                        .forEach(each -> {
                            if (each.asResource().hasProperty(RDF.type)) {
                                entries.add(new Entry(folder, each.asResource()));
                            }
                        }));
    }

    /** The address under which the files of a folder stand. */
    static String address(String folder) {
        return BASE + folder + "/";
    }

    Path file(String address) {
        return root.resolve(address.substring(BASE.length()).replaceFirst("#.*", ""));
    }

    byte[] bytes(String address) {
        try {
            return Files.readAllBytes(file(address));
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    Graph graph(String address) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.source(file(address)).base(address).parse(graph);
        return graph;
    }

    /** Loads a file into the graph of this name, null for the default graph; a file of several graphs into those. */
    void load(DatasetGraph dataset, String address, @Nullable String name) {
        DatasetGraph read = DatasetGraphFactory.create();
        RDFParser.source(file(address)).base(address).parse(read);
        read.find()
                .forEachRemaining(quad -> dataset.add(
                        quad.isDefaultGraph() && name != null ? NodeFactory.createURI(name) : quad.getGraph(),
                        quad.getSubject(),
                        quad.getPredicate(),
                        quad.getObject()));
    }

    /** Loads what a test's action or result says that the dataset holds. */
    void load(DatasetGraph dataset, Resource described, java.util.function.Function<String, Property> terms) {
        described
                .listProperties(terms.apply("data"))
                .forEachRemaining(
                        data -> load(dataset, data.getObject().asResource().getURI(), null));
        described
                .listProperties(terms.apply("graphData"))
                .forEachRemaining(data -> loadNamed(dataset, data.getObject(), terms));
    }

    private void loadNamed(DatasetGraph dataset, RDFNode named, java.util.function.Function<String, Property> terms) {
        Resource graph = named.asResource();
        if (graph.isURIResource()) {
            load(dataset, graph.getURI(), graph.getURI());
            return;
        }
        Resource file = graph.getPropertyResourceValue(terms.apply("graph"));
        load(
                dataset,
                (file == null ? graph.getPropertyResourceValue(terms.apply("data")) : file).getURI(),
                graph.getProperty(org.apache.jena.vocabulary.RDFS.label).getString());
    }
}
