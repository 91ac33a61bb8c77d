package dev.clew.ontology;

import dev.clew.model.ClewException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** One node being described; a null value adds no triple. */
final class Subject {
    private final Statements statements;
    private final Node node;

    Subject(Statements statements, Node node) {
        this.statements = statements;
        this.node = node;
    }

    Node node() {
        return node;
    }

    Subject type(Node type) {
        return add(Terms.TYPE, type);
    }

    Subject add(Node predicate, Node value) {
        statements.add(node, predicate, value);
        return this;
    }

    Subject text(Node predicate, @Nullable String value) {
        return value == null ? this : add(predicate, NodeFactory.createLiteralString(value));
    }

    /**
     * A text in a language.
     *
     * @throws ClewException when the language tag is not written as RDF keeps it, because it would come back changed
     */
    Subject text(Node predicate, @Nullable String value, String language) {
        if (value == null) {
            return this;
        }
        Node literal = NodeFactory.createLiteralLang(value, language);
        if (!literal.getLiteralLanguage().equals(language)) {
            throw ClewException.invalid(
                    "language", "must be written " + literal.getLiteralLanguage() + ": correct it", language);
        }
        return add(predicate, literal);
    }

    Subject address(Node predicate, @Nullable String value) {
        return value == null ? this : add(predicate, NodeFactory.createURI(value));
    }

    Subject integer(Node predicate, @Nullable Integer value) {
        return value == null ? this : typed(predicate, value.toString(), XSDDatatype.XSDinteger);
    }

    Subject decimal(Node predicate, BigDecimal value) {
        return typed(predicate, value.toPlainString(), XSDDatatype.XSDdecimal);
    }

    Subject truth(Node predicate, boolean value) {
        return typed(predicate, Boolean.toString(value), XSDDatatype.XSDboolean);
    }

    Subject typed(Node predicate, String lexicalForm, XSDDatatype datatype) {
        return add(predicate, NodeFactory.createLiteralDT(lexicalForm, datatype));
    }

    Subject constant(Node predicate, String code) {
        return add(predicate, Terms.clew(code));
    }

    Subject entity(Node predicate, @Nullable String id) {
        return id == null ? this : add(predicate, statements.entity(id));
    }

    Subject entities(Node predicate, List<String> ids) {
        ids.forEach(id -> add(predicate, statements.entity(id)));
        return this;
    }

    Subject insights(Node predicate, List<String> ids) {
        ids.forEach(id -> add(predicate, statements.insight(id)));
        return this;
    }

    Subject source(Node predicate, @Nullable String id) {
        return id == null ? this : add(predicate, statements.source(id));
    }

    Subject framing(Node predicate, String entityId, @Nullable String framingId) {
        return framingId == null ? this : add(predicate, statements.framing(entityId, framingId));
    }
}
