package dev.clew.ontology;

import dev.clew.model.ClewException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.XSD;

/**
 * The one text of a set of triples: N-Triples, one line each, sorted by UTF-16 code units, without repetition, with the
 * addresses of records and their parts relative to the base and literals escaped as in
 * <a href="https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples">canonical N-Triples</a>. So equal graphs have equal
 * texts, whatever the base, and a difference of graphs is a difference of lines. Blank nodes have no place in it.
 *
 * <p>Immutable and safe for any number of threads. Linear in the text, but for the sorting.
 */
public final class CanonicalText {
    private final Base base;

    /** Writes and reads texts relative to the base. */
    public CanonicalText(Base base) {
        this.base = base;
    }

    /**
     * The text of these triples, each line ended by a line feed.
     *
     * @throws ClewException (invalid) for a blank node or a triple term
     */
    public String write(Collection<Triple> triples) {
        List<String> lines =
                triples.stream().map(triple -> line(base, triple)).sorted().toList();
        StringBuilder text = new StringBuilder(lines.size() * 120);
        String previous = "";
        for (String line : lines) {
            if (!line.equals(previous)) {
                text.append(line).append('\n');
            }
            previous = line;
        }
        return text.toString();
    }

    /**
     * The triples of a text that {@link #write} made.
     *
     * @throws ClewException (invalid) naming the line that is not canonical
     */
    public List<Triple> read(String text) {
        return new CanonicalTextReader(base, text).triples();
    }

    /** One triple as its line, without the line feed. */
    static String line(Base base, Triple triple) {
        StringBuilder line = new StringBuilder(160);
        write(base, triple.getSubject(), line);
        line.append(' ');
        write(base, triple.getPredicate(), line);
        line.append(' ');
        write(base, triple.getObject(), line);
        return line.append(" .").toString();
    }

    private static void write(Base base, Node node, StringBuilder out) {
        if (node.isURI()) {
            writeIri(base.relative(node.getURI()), out);
        } else if (node.isLiteral()) {
            writeLiteral(node, out);
        } else {
            throw ClewException.invalid(
                    "", "is a blank node or triple term: give it an address, parts as #part-ID", node.toString());
        }
    }

    private static void writeIri(String iri, StringBuilder out) {
        out.append('<');
        for (int i = 0; i < iri.length(); i++) {
            char c = iri.charAt(i);
            if (c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0) {
                throw ClewException.invalid("", "holds a character that an address may not: escape it with %", iri);
            }
            out.append(c);
        }
        out.append('>');
    }

    private static void writeLiteral(Node literal, StringBuilder out) {
        out.append('"');
        String text = literal.getLiteralLexicalForm();
        for (int i = 0; i < text.length(); i++) {
            writeEscaped(text.charAt(i), out);
        }
        out.append('"');
        String language = literal.getLiteralLanguage();
        if (!language.isEmpty()) {
            out.append('@').append(language);
        } else if (!XSD.xstring.getURI().equals(literal.getLiteralDatatypeURI())) {
            out.append("^^<").append(literal.getLiteralDatatypeURI()).append('>');
        }
    }

    private static void writeEscaped(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (c < ' ' || c == '\u007f') {
                    out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
