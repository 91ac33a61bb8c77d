package dev.clew.ontology;

import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import dev.clew.model.Insight;
import dev.clew.model.RecordType;
import dev.clew.model.Redirect;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** What a record is: an insight, one of the ten kinds of entity, a redirect, or one of the three kinds of source. */
public enum RecordClass {
    /** A claim. */
    INSIGHT("Insight", RecordType.INSIGHT),
    /** A state. */
    NATION("Nation", RecordType.ENTITY),
    /** A body of people, loose groups too. */
    ORGANIZATION("Organization", RecordType.ENTITY),
    /** One person. */
    PERSON("Person", RecordType.ENTITY),
    /** States or bodies bound by agreement. */
    ALLIANCE("Alliance", RecordType.ENTITY),
    /** A plan followed over time. */
    STRATEGY("Strategy", RecordType.ENTITY),
    /** Something used up or held in stock. */
    RESOURCE("Resource", RecordType.ENTITY),
    /** A technique, product or system. */
    TECHNOLOGY("Technology", RecordType.ENTITY),
    /** A rule or programme. */
    POLICY("Policy", RecordType.ENTITY),
    /** Something that happened. */
    EVENT("Event", RecordType.ENTITY),
    /** An idea, condition or measure. */
    CONCEPT("Concept", RecordType.ENTITY),
    /** What stands at the address of an entity that was merged into another. */
    REDIRECT("Redirect", RecordType.ENTITY),
    /** A series of episodes. */
    PODCAST("Podcast", RecordType.SOURCE),
    /** One episode of a podcast. */
    EPISODE("Episode", RecordType.SOURCE),
    /** A text. */
    DOCUMENT("Document", RecordType.SOURCE);

    private final String localName;
    private final RecordType type;
    private final Node node;

    RecordClass(String localName, RecordType type) {
        this.localName = localName;
        this.type = type;
        this.node = Terms.clew(localName);
    }

    /** The class's name in the vocabulary and in JSON, such as {@code Nation}. */
    public String localName() {
        return localName;
    }

    /** The type of the records of this class. */
    public RecordType type() {
        return type;
    }

    /** The class's address. */
    public String iri() {
        return node.getURI();
    }

    Node node() {
        return node;
    }

    /** The class that this and the others of its type belong to: clew:Insight, clew:Entity or clew:Source. */
    Node superclass() {
        if (this == REDIRECT) {
            return node;
        }
        return switch (type) {
            case INSIGHT -> node;
            case ENTITY -> Superclasses.ENTITY;
            case SOURCE -> Superclasses.SOURCE;
        };
    }

    /** The class of a record. */
    public static RecordClass of(ClewRecord record) {
        return switch (record) {
            case Insight insight -> INSIGHT;
            case Entity entity -> of(entity.kind());
            case Source source -> of(source.kind());
            case Redirect redirect -> REDIRECT;
        };
    }

    /** The class of a kind of entity. */
    public static RecordClass of(EntityKind kind) {
        return valueOf(kind.name());
    }

    /** The class of a kind of source. */
    public static RecordClass of(SourceKind kind) {
        return valueOf(kind.name());
    }

    /** The class with this local name; empty when there is none. */
    public static Optional<RecordClass> find(String localName) {
        return Arrays.stream(values())
                .filter(value -> value.localName.equals(localName))
                .findFirst();
    }

    static Optional<RecordClass> find(Node node) {
        return Arrays.stream(values()).filter(value -> value.node.equals(node)).findFirst();
    }

    /** Held apart because an enum's constants are built before its static fields. */
    private static final class Superclasses {
        static final Node ENTITY = Terms.clew("Entity");
        static final Node SOURCE = Terms.clew("Source");
    }
}
