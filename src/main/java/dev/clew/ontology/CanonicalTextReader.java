package dev.clew.ontology;

import dev.clew.model.ClewException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Reads one canonical text; only what {@link CanonicalText} writes is understood. */
final class CanonicalTextReader {
    private final Base base;
    private final String text;
    private final Map<String, Node> addresses = new HashMap<>();
    private int at;

    CanonicalTextReader(Base base, String text) {
        this.base = base;
        this.text = text;
    }

    List<Triple> triples() {
        List<Triple> triples = new ArrayList<>(text.length() / 100 + 1);
        String previous = "";
        while (at < text.length()) {
            int start = at;
            triples.add(triple());
            String line = text.substring(start, at - 1);
            if (line.compareTo(previous) <= 0) {
                throw refuse("lines must be sorted and without repetition");
            }
            previous = line;
        }
        return triples;
    }

    private Triple triple() {
        Node subject = address();
        expect(' ');
        Node predicate = address();
        expect(' ');
        Node object = peek() == '<' ? address() : literal();
        expect(' ');
        expect('.');
        expect('\n');
        return Triple.create(subject, predicate, object);
    }

    private Node address() {
        return addresses.computeIfAbsent(bracketed(), iri -> NodeFactory.createURI(base.absolute(iri)));
    }

    private String bracketed() {
        expect('<');
        int end = text.indexOf('>', at);
        if (end < 0) {
            throw refuse("an address lacks its closing >");
        }
        String iri = text.substring(at, end);
        at = end + 1;
        return iri;
    }

    private Node literal() {
        String lexicalForm = quoted();
        if (peek() == '@') {
            at++;
            int end = text.indexOf(' ', at);
            String language = text.substring(at, Math.max(at, end));
            at += language.length();
            return NodeFactory.createLiteralLang(lexicalForm, language);
        }
        if (peek() == '^') {
            expect('^');
            expect('^');
            return NodeFactory.createLiteralDT(
                    lexicalForm, TypeMapper.getInstance().getSafeTypeByName(bracketed()));
        }
        return NodeFactory.createLiteralString(lexicalForm);
    }

    private String quoted() {
        expect('"');
        int start = at;
        while (peek() != '"' && peek() != '\\') {
            at++;
        }
        if (peek() == '"') {
            return text.substring(start, at++);
        }
        StringBuilder unescaped = new StringBuilder(text.substring(start, at));
        for (char c = peek(); c != '"'; c = peek()) {
            at++;
            unescaped.append(c == '\\' ? escaped() : c);
        }
        at++;
        return unescaped.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> hexadecimal();
            default -> throw refuse("\\" + c + " is no canonical escape");
        };
    }

    private char hexadecimal() {
        try {
            char c = (char) Integer.parseInt(text, at, at + 4, 16);
            at += 4;
            return c;
        } catch (IndexOutOfBoundsException | NumberFormatException malformed) {
            throw refuse("\\u needs four hexadecimal digits");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw refuse("it ends within a line");
        }
        return text.charAt(at);
    }

    private void expect(char expected) {
        char found = peek();
        if (found != expected) {
            throw refuse("expected '" + expected + "' and found '" + found + "'");
        }
        at++;
    }

    private ClewException refuse(String reason) {
        long line = text.substring(0, Math.min(at, text.length())).lines().count();
        return ClewException.invalid(
                "",
                "line " + line + " of a record's canonical text cannot be read: " + reason + "; rebuild or restore it",
                text);
    }
}
