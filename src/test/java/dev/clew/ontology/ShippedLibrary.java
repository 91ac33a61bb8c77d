package dev.clew.ontology;

import dev.clew.model.ClewRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** The records of {@code data/}, read plainly with Jena: what the ontology promises must hold for what ships. */
public final class ShippedLibrary {
    static {
        Jena.ready();
    }

    private ShippedLibrary() {}

    /** The files, in the order of their names. */
    public static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("data"))) {
            return files.filter(path -> path.toString().endsWith(".trig"))
                    .sorted()
                    .toList();
        }
    }

    /** Every record of every file; one that stands in two files is given twice. */
    public static List<ClewRecord> records(Base base) throws IOException {
        RecordRdf rdf = new RecordRdf(base);
        List<ClewRecord> records = new ArrayList<>();
        for (Path file : files()) {
            DatasetGraph graphs = DatasetGraphFactory.createGeneral();
            RDFParser.source(file).lang(Lang.TRIG).base(base.address()).parse(graphs);
            for (Iterator<Node> names = graphs.listGraphNodes(); names.hasNext(); ) {
                Node name = names.next();
                records.add(rdf.record(base.name(name.getURI()).orElseThrow(), graphs.getGraph(name)));
            }
        }
        return records;
    }
}
