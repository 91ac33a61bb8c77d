package dev.clew.ontology;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Canonical lexical forms (XSD 1.1) of the datatypes that records use; the value never changes. */
final class Literals {
    /** Longest number that is looked at; records hold at most 40 digits. */
    static final int LIMIT_CHARACTERS = 100;

    private Literals() {}

    static Triple canonical(Triple triple) {
        Node object = triple.getObject();
        Node canonical = object.isLiteral() ? canonical(object) : object;
        return canonical == object ? triple : Triple.create(triple.getSubject(), triple.getPredicate(), canonical);
    }

    private static Node canonical(Node literal) {
        RDFDatatype datatype = literal.getLiteralDatatype();
        boolean hasForms = XSDDatatype.XSDinteger.equals(datatype)
                || XSDDatatype.XSDdecimal.equals(datatype)
                || XSDDatatype.XSDboolean.equals(datatype);
        String lexical = literal.getLiteralLexicalForm();
        if (!hasForms
                || lexical.length() > LIMIT_CHARACTERS
                || !literal.getLiteral().isWellFormed()) {
            return literal;
        }
        String canonical = canonical(lexical.strip(), datatype);
        return canonical.equals(lexical) ? literal : NodeFactory.createLiteralDT(canonical, datatype);
    }

    private static String canonical(String lexical, RDFDatatype datatype) {
        if (XSDDatatype.XSDinteger.equals(datatype)) {
            return new BigInteger(lexical).toString();
        }
        if (XSDDatatype.XSDdecimal.equals(datatype)) {
            return new BigDecimal(lexical).stripTrailingZeros().toPlainString();
        }
        return "1".equals(lexical) || "true".equals(lexical) ? "true" : "false";
    }
}
