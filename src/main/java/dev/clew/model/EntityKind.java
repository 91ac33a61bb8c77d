package dev.clew.model;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of entity; the label is the written form. */
public enum EntityKind {
    /** A state. */
    NATION("Nation"),
    /** A body of people, loose groups too. */
    ORGANIZATION("Organization"),
    /** One person. */
    PERSON("Person"),
    /** States or bodies bound by agreement. */
    ALLIANCE("Alliance"),
    /** A plan followed over time. */
    STRATEGY("Strategy"),
    /** Something used up or held in stock. */
    RESOURCE("Resource"),
    /** A technique, product or system. */
    TECHNOLOGY("Technology"),
    /** A rule or programme. */
    POLICY("Policy"),
    /** Something that happened. */
    EVENT("Event"),
    /** An idea, condition or measure. */
    CONCEPT("Concept");

    private final String label;

    EntityKind(String label) {
        this.label = label;
    }

    /** The written form, such as {@code Nation}. */
    public String label() {
        return label;
    }

    /** The kind with this written form. */
    public static Optional<EntityKind> find(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
