package dev.clew.ontology;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.util.Context;

/**
 * Reads RDF that somebody sent: nothing that it names is fetched, and what nests so deeply that a recursive parser would run
 * out of its stack is found beforehand.
 */
public final class UntrustedRdf {
    /** How deep brackets may nest; records nest three deep. */
    public static final int LIMIT_NESTING = 100;

    /** Kept, since a logger that nobody keeps forgets its level; it would copy what was sent into the log. */
    private static final Logger JSON_LD = Logger.getLogger("com.apicatalog");

    static {
        JSON_LD.setLevel(Level.OFF);
    }

    private final PushbackInputStream in;
    private int depth;
    private int deepest;

    private UntrustedRdf(InputStream in) {
        this.in = new PushbackInputStream(in, 2);
    }

    /**
     * A parser of this text, which fetches no context of JSON-LD.
     *
     * @param base what relative addresses in it are relative to
     */
    public static RDFParserBuilder parser(InputStream in, Lang language, String base) {
        JsonLdOptions options = new JsonLdOptions((address, loading) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "the context " + address + " is to be fetched from elsewhere, which is never done:"
                            + " write the context itself into the document");
        });
        return RDFParser.source(in)
                .forceLang(language)
                .base(base)
                .context(Context.create().set(LangJSONLD11.JSONLD_OPTIONS, options));
    }

    /**
     * Whether brackets in this Turtle, TriG, N-Triples, N-Quads or JSON nest deeper than {@value #LIMIT_NESTING}. Reads it once,
     * without recursion; strings, addresses and comments are passed over.
     */
    public static boolean nestsTooDeeply(InputStream text) throws IOException {
        UntrustedRdf scan = new UntrustedRdf(text);
        int next = scan.in.read();
        while (next >= 0 && scan.deepest <= LIMIT_NESTING) {
            scan.take(next);
            next = scan.in.read();
        }
        return scan.deepest > LIMIT_NESTING;
    }

    private void take(int next) throws IOException {
        switch (next) {
            case '[', '(', '{' -> open();
            case ']', ')', '}' -> depth--;
            case '<' -> {
                if (follows('<')) {
                    open();
                } else {
                    skipTo('>', true);
                }
            }
            case '>' -> depth -= follows('>') ? 1 : 0;
            case '#' -> skipTo('\n', false);
            case '"', '\'' -> skipString(next);
            case '\\' -> in.read();
            default -> {
                // Anything else opens nothing.
            }
        }
    }

    private void open() {
        depth++;
        deepest = Math.max(deepest, depth);
    }

    private boolean follows(int wanted) throws IOException {
        int next = in.read();
        if (next >= 0 && next != wanted) {
            in.unread(next);
        }
        return next == wanted;
    }

    private void skipTo(int end, boolean withinLine) throws IOException {
        int next = in.read();
        while (next >= 0 && next != end && !(withinLine && next == '\n')) {
            next = in.read();
        }
    }

    private void skipString(int quote) throws IOException {
        if (!follows(quote)) {
            skipShort(quote);
        } else if (follows(quote)) {
            skipLong(quote);
        }
    }

    private void skipShort(int quote) throws IOException {
        int next = in.read();
        while (next >= 0 && next != quote && next != '\n') {
            next = next == '\\' ? afterEscape() : in.read();
        }
    }

    private void skipLong(int quote) throws IOException {
        int quotes = 0;
        int next = in.read();
        while (next >= 0 && quotes < 3) {
            quotes = next == quote ? quotes + 1 : 0;
            next = next == '\\' ? afterEscape() : quotes == 3 ? next : in.read();
        }
    }

    private int afterEscape() throws IOException {
        in.read();
        return in.read();
    }
}
