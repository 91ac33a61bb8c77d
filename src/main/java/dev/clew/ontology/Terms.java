package dev.clew.ontology;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The terms that a record's triples use, and the JSON field that each property stands for. */
public final class Terms {
    /** The namespace of the vocabulary. */
    public static final String CLEW = "https://w3id.org/clew/ontology#";
    /** The namespace of the relation types. */
    public static final String RELATION = "https://w3id.org/clew/relation/";

    static {
        // Jena's own vocabularies fail to load when they are the first of it that a process touches.
        Jena.ready();
    }

    static final Node TYPE = RDF.type.asNode();
    static final Node LABEL = RDFS.label.asNode();
    static final Node ALT_LABEL = SKOS.altLabel.asNode();
    static final Node DEFINITION = SKOS.definition.asNode();
    static final Node EXACT_MATCH = SKOS.exactMatch.asNode();
    static final Node TITLE = DCTerms.title.asNode();
    static final Node DATE = DCTerms.date.asNode();
    static final Node LICENCE = DCTerms.license.asNode();
    static final Node REFERENCE = DCTerms.source.asNode();

    static final Node REPLACED_BY = DCTerms.isReplacedBy.asNode();

    static final Node TEXT = clew("text");
    static final Node HOLDER = clew("holder");
    static final Node SPEAKER = clew("speaker");
    static final Node ATTRIBUTION = clew("attribution");
    static final Node CLAIM_TYPE = clew("claimType");
    static final Node CERTAINTY = clew("certainty");
    static final Node SOURCE = clew("source");
    static final Node START = clew("start");
    static final Node END = clew("end");
    static final Node START_PRECISION = clew("startPrecision");
    static final Node QUOTE = clew("quote");
    static final Node GROUNDING = clew("grounding");
    static final Node LINK = clew("link");
    static final Node QUANTITY = clew("quantity");
    static final Node SUPPORTS = clew("supports");
    static final Node CONTRADICTS = clew("contradicts");
    static final Node REFINES = clew("refines");
    static final Node CITES = clew("cites");
    static final Node RIVALS = clew("rivals");
    static final Node TOPIC = clew("topic");
    static final Node MENTIONS = clew("mentions");
    static final Node NOTE = clew("note");
    static final Node RANK = clew("rank");

    static final Node SUBJECT = clew("subject");
    static final Node RELATION_OF = clew("relation");
    static final Node OBJECT = clew("object");
    static final Node SIGN = clew("sign");
    static final Node DENIED = clew("denied");
    static final Node SUBJECT_FRAMING = clew("subjectFraming");
    static final Node OBJECT_FRAMING = clew("objectFraming");
    static final Node SCOPE_WHERE = clew("scopeWhere");
    static final Node SCOPE_PERIOD = clew("scopePeriod");
    static final Node SCOPE_CONDITION = clew("scopeCondition");

    static final Node OF = clew("of");
    static final Node VALUE = clew("value");
    static final Node UNIT = clew("unit");
    static final Node WHEN = clew("when");
    static final Node CAUSE = clew("cause");
    static final Node CAUSE_BY = clew("causeBy");
    static final Node EFFECT = clew("effect");
    static final Node EFFECT_BY = clew("effectBy");
    static final Node RESULT = clew("result");
    static final Node FACTOR = clew("factor");

    static final Node ISO_ALPHA_2 = clew("isoAlpha2");
    static final Node ISO_ALPHA_3 = clew("isoAlpha3");
    static final Node ISO_NUMERIC = clew("isoNumeric");
    static final Node FRAMING = clew("framing");
    static final Node FACT = clew("fact");
    static final Node FROM = clew("from");
    static final Node UNTIL = clew("until");

    static final Node PODCAST = clew("podcast");
    static final Node SEASON = clew("season");
    static final Node NUMBER = clew("number");
    static final Node URL = clew("url");
    static final Node ENCLOSURE = clew("enclosure");
    static final Node DURATION = clew("duration");
    static final Node PARTICIPATION = clew("participation");
    static final Node PERSON = clew("person");
    static final Node ROLE = clew("role");

    static final Node LINK_CLASS = clew("Link");
    static final Node VALUE_CLASS = clew("ValueQuantity");
    static final Node FACTOR_CLASS = clew("FactorQuantity");
    static final Node PRODUCT_CLASS = clew("ProductQuantity");
    static final Node FRAMING_CLASS = clew("Framing");
    static final Node FACT_CLASS = clew("Fact");
    static final Node PARTICIPATION_CLASS = clew("Participation");

    private static final Map<Node, String> FIELDS_NAMED_OTHERWISE = Map.ofEntries(
            Map.entry(TYPE, "kind"),
            Map.entry(ALT_LABEL, "aliases"),
            Map.entry(EXACT_MATCH, "sameAs"),
            Map.entry(REPLACED_BY, "replacedBy"),
            Map.entry(LICENCE, "licence"),
            Map.entry(LINK, "links"),
            Map.entry(QUANTITY, "quantities"),
            Map.entry(TOPIC, "topics"),
            Map.entry(FACTOR, "factors"),
            Map.entry(FRAMING, "framings"),
            Map.entry(FACT, "facts"),
            Map.entry(PARTICIPATION, "people"),
            Map.entry(SCOPE_WHERE, "scope.where"),
            Map.entry(SCOPE_PERIOD, "scope.period"),
            Map.entry(SCOPE_CONDITION, "scope.condition"),
            Map.entry(ISO_ALPHA_2, "codes.isoAlpha2"),
            Map.entry(ISO_ALPHA_3, "codes.isoAlpha3"),
            Map.entry(ISO_NUMERIC, "codes.isoNumeric"));

    private Terms() {}

    static Node clew(String localName) {
        return NodeFactory.createURI(CLEW + localName);
    }

    static Node relation(String id) {
        return NodeFactory.createURI(RELATION + id);
    }

    static boolean isRelation(Node predicate) {
        return predicate.isURI() && predicate.getURI().startsWith(RELATION);
    }

    /** The name of the JSON field that a property stands for, such as {@code aliases} for skos:altLabel. */
    static String field(Node predicate) {
        String other = FIELDS_NAMED_OTHERWISE.get(predicate);
        return other != null ? other : predicate.getLocalName();
    }
}
