package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.ontology.UntrustedRdf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Reads the graph that a request of the Graph Store Protocol sends: as its body, or in the parts of a form, whose graphs are
 * taken together (SPARQL 1.1 Graph Store HTTP Protocol, section 5.5).
 */
final class GraphBody {
    /** Most bytes of a graph that is sent. */
    static final int LIMIT_BYTES = 1_000_000;

    private static final int LIMIT_PARTS = 100;
    private static final Set<Lang> READ = Set.of(Lang.TURTLE, Lang.NTRIPLES, Lang.JSONLD, Lang.JSONLD11, Lang.RDFXML);

    private final String base;
    private final Graph graph = GraphMemFactory.createDefaultGraph();

    private GraphBody(String base) {
        this.base = base;
    }

    /**
     * What is sent.
     *
     * @param base what relative addresses are relative to: the graph's own
     * @throws ClewException (unsupported-format) another type than a graph's; (too-large) beyond the limit; (bad-request)
     *     where it cannot be read, with line and column
     */
    static List<Triple> read(HttpAction action, String base) {
        String type = String.valueOf(action.getRequestContentType());
        GraphBody body = new GraphBody(base);
        byte[] bytes = bytes(action);
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            body.addParts(type, bytes);
        } else {
            body.add(type, new ByteArrayInputStream(bytes));
        }
        return body.graph.find().toList();
    }

    private static byte[] bytes(HttpAction action) {
        try (InputStream in = action.getRequestInputStream()) {
            byte[] bytes = in.readNBytes(LIMIT_BYTES + 1);
            if (bytes.length > LIMIT_BYTES) {
                throw new ClewException(
                        ErrorCode.TOO_LARGE, "The graph is larger than the limit of " + LIMIT_BYTES + " bytes.");
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "The graph broke off: send it again.", brokenOff);
        }
    }

    private void addParts(String type, byte[] bytes) {
        String boundary = MultiPart.extractBoundary(type);
        if (boundary == null) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "The form names no boundary between its parts in its Content-Type.");
        }
        CompletableFuture<MultiPartFormData.Parts> parsed = new CompletableFuture<>();
        parser(boundary).parse(Content.Source.from(ByteBuffer.wrap(bytes)), Promise.Invocable.toPromise(parsed));
        try (MultiPartFormData.Parts parts = parsed.join()) {
            parts.forEach(part -> add(part.getHeaders().get(HttpHeader.CONTENT_TYPE), content(part)));
        } catch (CompletionException malformed) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The form cannot be read: "
                            + (malformed.getCause() == null ? malformed : malformed.getCause()).getMessage(),
                    malformed);
        }
    }

    private static MultiPartFormData.Parser parser(String boundary) {
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxLength(LIMIT_BYTES);
        parser.setMaxMemoryFileSize(LIMIT_BYTES);
        parser.setMaxParts(LIMIT_PARTS);
        return parser;
    }

    private static InputStream content(MultiPart.Part part) {
        return Content.Source.asInputStream(part.getContentSource());
    }

    private void add(@Nullable String type, InputStream in) {
        Lang language = type == null ? null : RDFLanguages.contentTypeToLang(ContentType.create(type));
        if (language == null || !READ.contains(language)) {
            throw new ClewException(
                    ErrorCode.UNSUPPORTED_FORMAT,
                    "Send the graph as text/turtle, application/n-triples, application/ld+json or application/rdf+xml.");
        }
        try (in) {
            byte[] bytes = in.readAllBytes();
            if (!language.equals(Lang.RDFXML) && UntrustedRdf.nestsTooDeeply(new ByteArrayInputStream(bytes))) {
                throw new ClewException(
                        ErrorCode.BAD_REQUEST,
                        "The graph nests deeper than " + UntrustedRdf.LIMIT_NESTING + " brackets: no record does.");
            }
            UntrustedRdf.parser(new ByteArrayInputStream(bytes), language, base)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
        } catch (RiotException malformed) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "The graph cannot be read: " + malformed.getMessage(), malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory can be read", impossible);
        }
    }
}
