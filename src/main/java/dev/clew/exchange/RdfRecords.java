package dev.clew.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.RecordName;
import dev.clew.ontology.RecordRdf;
import dev.clew.ontology.UntrustedRdf;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * Turns an RDF file into JSON Lines, one record at a time. What is no record is refused; when the file stops being RDF, what
 * stands before that place is kept.
 */
final class RdfRecords {
    private static final int LIMIT_TRIPLES = 20_000;

    private final RecordRdf rdf;
    private final RecordJson json;
    private final ImportSet set;

    RdfRecords(RecordRdf rdf, RecordJson json, ImportSet set) {
        this.rdf = rdf;
        this.json = json;
        this.set = set;
    }

    void convert(ImportFile file, Path lines) throws IOException {
        FileFormat format = file.format();
        TextEncoding.requireUtf8(file);
        requireShallow(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(lines), 1 << 16)) {
            Graphs graphs = new Graphs(file.shownName(), format == FileFormat.TURTLE, out);
            if (format == FileFormat.JSON_LD) {
                parsePieces(file.path(), graphs);
            } else {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16)) {
                    parse(in, format, graphs);
                }
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void requireShallow(ImportFile file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16)) {
            if (UntrustedRdf.nestsTooDeeply(in)) {
                throw ClewException.invalid(
                        "",
                        "nests deeper than " + UntrustedRdf.LIMIT_NESTING + " brackets: no record does",
                        file.shownName());
            }
        }
    }

    private void parsePieces(Path file, Graphs graphs) throws IOException {
        try {
            new JsonLdPieces(file)
                    .forEach((document, line) -> parse(new ByteArrayInputStream(document), FileFormat.JSON_LD, graphs));
        } catch (JsonProcessingException malformed) {
            long line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            graphs.refuseRest(line, malformed.getOriginalMessage());
        } catch (ClewException refused) {
            graphs.refuseRest(0, Refusal.reasonOf(refused));
        }
    }

    private void parse(InputStream in, FileFormat format, Graphs graphs) {
        try {
            UntrustedRdf.parser(in, lang(format), rdf.base().address())
                    .checking(true)
                    .errorHandler(new Refusing())
                    .build()
                    .parse(graphs);
            graphs.end();
        } catch (RiotParseException malformed) {
            graphs.refuseRest(malformed.getLine(), malformed.getOriginalMessage());
        } catch (RiotException malformed) {
            graphs.refuseRest(0, String.valueOf(malformed.getMessage()));
        }
    }

    private static Lang lang(FileFormat format) {
        return switch (format) {
            case TRIG -> Lang.TRIG;
            case N_QUADS -> Lang.NQUADS;
            case TURTLE -> Lang.TURTLE;
            case JSON_LD -> Lang.JSONLD11;
            case JSON_LINES, CSV, GRAPHML, GEXF, MARKDOWN ->
                throw new IllegalArgumentException("read elsewhere: " + format);
        };
    }

    /** Stops at the first thing that is not clean RDF, and keeps its line. */
    private static final class Refusing implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            throw new RiotParseException(message, line, column);
        }

        @Override
        public void error(String message, long line, long column) {
            throw new RiotParseException(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw new RiotParseException(message, line, column);
        }
    }

    /** Gathers the triples of one graph, and hands them on when the next begins. */
    private final class Graphs extends StreamRDFBase {
        private final String file;
        private final boolean withoutGraphs;
        private final OutputStream out;
        private final List<Triple> triples = new ArrayList<>();
        private @Nullable Node graph;
        private boolean tooMany;

        Graphs(String file, boolean withoutGraphs, OutputStream out) {
            this.file = file;
            this.withoutGraphs = withoutGraphs;
            this.out = out;
        }

        @Override
        public void triple(Triple triple) {
            add(null, triple);
        }

        @Override
        public void quad(Quad quad) {
            add(quad.isDefaultGraph() ? null : quad.getGraph(), quad.asTriple());
        }

        private void add(@Nullable Node ofGraph, Triple triple) {
            if (!triples.isEmpty() && !Objects.equals(graph, ofGraph)) {
                end();
            }
            graph = ofGraph;
            tooMany = triples.size() >= LIMIT_TRIPLES;
            if (!tooMany) {
                triples.add(triple);
            }
        }

        void end() {
            if (!triples.isEmpty()) {
                Optional<RecordName> name = name();
                if (name.isEmpty()) {
                    refuse(
                            null,
                            0,
                            "no record of this library stands at " + shown()
                                    + ": name each graph like its record, such as insight/ID, relative or under "
                                    + rdf.base().address());
                } else if (tooMany) {
                    refuse(name.get(), 0, "has more than " + LIMIT_TRIPLES + " triples: shorten it");
                } else {
                    write(name.get());
                }
            }
            triples.clear();
            tooMany = false;
        }

        /** The graph's name; of triples outside of graphs, the only subject that is a whole record with a type. */
        private Optional<RecordName> name() {
            Node named = graph;
            if (named != null) {
                return named.isURI() ? rdf.base().name(named.getURI()) : Optional.empty();
            }
            if (!withoutGraphs) {
                return Optional.empty();
            }
            List<RecordName> typed = triples.stream()
                    .filter(triple -> triple.getPredicate().getURI().endsWith("#type"))
                    .map(Triple::getSubject)
                    .filter(Node::isURI)
                    .flatMap(node -> rdf.base().name(node.getURI()).stream())
                    .distinct()
                    .toList();
            return typed.size() == 1 ? Optional.of(typed.getFirst()) : Optional.empty();
        }

        private String shown() {
            Node named = graph;
            return named == null ? "the triples outside of graphs" : named.toString();
        }

        private void write(RecordName name) {
            ClewRecord record;
            try {
                record = rdf.record(name, triples);
            } catch (ClewException refused) {
                refuse(name, 0, Refusal.reasonOf(refused));
                return;
            }
            try {
                out.write(json.line(record));
                out.write('\n');
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        void refuseRest(long line, String reason) {
            String before =
                    triples.isEmpty() ? "" : "; what stands just before, at " + shown() + ", is not taken either";
            triples.clear();
            refuse(null, Math.max(line, 0), "the file cannot be read from here on: " + reason + before);
        }

        private void refuse(@Nullable RecordName name, long line, String reason) {
            set.refuseUnread(new Refusal(file, line, name == null ? null : name.path(), reason));
        }
    }
}
