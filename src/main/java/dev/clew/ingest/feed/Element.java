package dev.clew.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a feed with all that is in it, its name with the usual prefix ({@code itunes:duration}, {@code podcast:person}),
 * whatever prefix the feed uses.
 */
record Element(String name, Map<String, String> attributes, List<Element> children, StringBuilder characters) {
    static Element empty(String name, Map<String, String> attributes) {
        return new Element(name, attributes, new ArrayList<>(), new StringBuilder());
    }

    /** Its own text. */
    String text() {
        return characters.toString().strip();
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "").strip();
    }

    Stream<Element> all(String name) {
        return children.stream().filter(child -> child.name.equals(name));
    }

    Optional<Element> first(String name) {
        return all(name).findFirst();
    }

    /** The text of the first of these that has any; empty when none has. */
    String firstText(String... names) {
        return Stream.of(names)
                .flatMap(this::all)
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
