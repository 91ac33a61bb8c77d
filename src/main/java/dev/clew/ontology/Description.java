package dev.clew.ontology;

import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * What a record's triples say of one node, read field by field; each refusal names the field in the words of the JSON form.
 *
 * @param descriptions the whole record
 * @param node the node described
 * @param path the JSON path of the node, empty for the record itself
 * @param values the objects by predicate
 */
record Description(Descriptions descriptions, Node node, String path, Map<Node, List<Node>> values) {
    /** A text with its language tag. */
    record Tagged(String text, String language) {}

    String field(Node predicate) {
        return path.isEmpty() ? Terms.field(predicate) : path + "." + Terms.field(predicate);
    }

    ClewException refuse(Node predicate, String message, Node value) {
        return ClewException.invalid(field(predicate), message, written(value));
    }

    private static String written(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }

    List<Node> all(Node predicate) {
        return values.getOrDefault(predicate, List.of());
    }

    @Nullable Node one(Node predicate) {
        List<Node> found = all(predicate);
        if (found.size() > 1) {
            throw refuse(predicate, "has " + found.size() + " values: keep one", found.get(1));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    Node required(Node predicate) {
        Node found = one(predicate);
        if (found == null) {
            throw refuse(predicate, "is missing: give it, as " + predicate + " of this node", node);
        }
        return found;
    }

    Node type() {
        return required(Terms.TYPE);
    }

    @Nullable String text(Node predicate) {
        Node found = one(predicate);
        return found == null
                ? null
                : lexical(predicate, found, XSDDatatype.XSDstring, "plain text without a language tag");
    }

    String requiredText(Node predicate) {
        return lexical(predicate, required(predicate), XSDDatatype.XSDstring, "plain text without a language tag");
    }

    private String lexical(Node predicate, Node value, RDFDatatype datatype, String expected) {
        if (!value.isLiteral() || !datatype.equals(value.getLiteralDatatype())) {
            throw refuse(predicate, "must be " + expected + ": rewrite it", value);
        }
        return value.getLiteralLexicalForm();
    }

    Tagged requiredTagged(Node predicate) {
        Node value = required(predicate);
        return new Tagged(tagged(predicate, value), value.getLiteralLanguage());
    }

    @Nullable String tagged(Node predicate) {
        Node value = one(predicate);
        return value == null ? null : tagged(predicate, value);
    }

    List<String> allTagged(Node predicate) {
        List<String> texts = new ArrayList<>();
        all(predicate).forEach(value -> texts.add(tagged(predicate, value)));
        return texts;
    }

    private String tagged(Node predicate, Node value) {
        return lexical(predicate, value, RDF.dtLangString, "text with a language tag, such as \"…\"@en");
    }

    @Nullable String address(Node predicate) {
        Node found = one(predicate);
        return found == null ? null : iri(predicate, found);
    }

    List<String> addresses(Node predicate) {
        return all(predicate).stream().map(value -> iri(predicate, value)).toList();
    }

    private String iri(Node predicate, Node value) {
        if (!value.isURI()) {
            throw refuse(predicate, "must be an address: write it in angle brackets", value);
        }
        return value.getURI();
    }

    @Nullable Integer integer(Node predicate) {
        Node value = one(predicate);
        if (value == null) {
            return null;
        }
        String lexical = lexical(predicate, value, XSDDatatype.XSDinteger, "a whole number (xsd:integer)");
        if (lexical.length() > Literals.LIMIT_CHARACTERS
                || !value.getLiteral().isWellFormed()
                || new BigInteger(lexical.strip()).bitLength() > 31) {
            throw refuse(predicate, "must be a whole number up to 2147483647: correct it", value);
        }
        return new BigInteger(lexical.strip()).intValueExact();
    }

    BigDecimal decimal(Node predicate) {
        Node value = required(predicate);
        String lexical =
                lexical(predicate, value, XSDDatatype.XSDdecimal, "a decimal number (xsd:decimal), such as 2.0");
        if (lexical.length() > Literals.LIMIT_CHARACTERS || !value.getLiteral().isWellFormed()) {
            throw refuse(predicate, "must be a decimal number, such as 2.0: correct it", value);
        }
        return new BigDecimal(lexical.strip());
    }

    boolean truth(Node predicate) {
        Node value = required(predicate);
        String lexical = lexical(predicate, value, XSDDatatype.XSDboolean, "true or false (xsd:boolean)");
        return switch (lexical) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw refuse(predicate, "must be true or false: correct it", value);
        };
    }

    <E extends Enum<E>> E constant(Node predicate, Class<E> choices) {
        Node value = required(predicate);
        String code = value.isURI() && value.getURI().startsWith(Terms.CLEW)
                ? value.getURI().substring(Terms.CLEW.length())
                : "";
        return Enumerations.find(choices, code)
                .orElseThrow(() ->
                        refuse(predicate, "must be one of " + Enumerations.choices(choices) + " in clew:", value));
    }

    @Nullable String id(Node predicate, RecordType type) {
        Node value = one(predicate);
        return value == null ? null : id(predicate, value, type);
    }

    String requiredId(Node predicate, RecordType type) {
        return id(predicate, required(predicate), type);
    }

    List<String> ids(Node predicate, RecordType type) {
        return all(predicate).stream().map(value -> id(predicate, value, type)).toList();
    }

    private String id(Node predicate, Node value, RecordType type) {
        Base base = descriptions.base();
        return base.name(iri(predicate, value))
                .filter(name -> name.type() == type)
                .map(RecordName::id)
                .orElseThrow(() -> refuse(
                        predicate, "must be the address of a record: " + base.address() + type.code() + "/ID", value));
    }

    /** The local id of the framing that the property names; it must be one of the entity. */
    @Nullable String framing(Node predicate, String entityId) {
        String iri = address(predicate);
        if (iri == null) {
            return null;
        }
        String prefix = descriptions.base().iri(RecordName.entity(entityId)) + "#framing-";
        if (!iri.startsWith(prefix)) {
            throw ClewException.invalid(
                    field(predicate), "must be a framing of the entity at that end: " + prefix + "ID", iri);
        }
        return iri.substring(prefix.length());
    }

    /** The id of the relation type named; whether it exists is for the shapes and rules to say. */
    String relation() {
        Node value = required(Terms.RELATION_OF);
        if (!Terms.isRelation(value)) {
            throw refuse(Terms.RELATION_OF, "must be a relation type: " + Terms.RELATION + "ID", value);
        }
        return value.getURI().substring(Terms.RELATION.length());
    }

    /** The parts that the property leads to, in the order of their addresses. */
    List<Description> parts(Node predicate) {
        List<Description> parts = new ArrayList<>();
        List<Node> nodes = new ArrayList<>(all(predicate));
        nodes.sort((a, b) -> a.toString().compareTo(b.toString()));
        for (Node part : nodes) {
            parts.add(descriptions.part(part, field(predicate) + "[" + parts.size() + "]"));
        }
        return parts;
    }
}
