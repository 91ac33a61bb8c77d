package dev.clew.exchange;

import dev.clew.ontology.Terms;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The prefixes that files are written with. */
final class Prefixes {
    private static final Pattern LOCAL_NAME = Pattern.compile("[A-Za-z]([A-Za-z0-9_-]*[A-Za-z0-9_])?");
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    static final Map<String, String> ALL = all();

    private Prefixes() {}

    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("clew", Terms.CLEW);
        all.put("rel", Terms.RELATION);
        all.put("dcterms", "http://purl.org/dc/terms/");
        all.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        all.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        all.put("skos", "http://www.w3.org/2004/02/skos/core#");
        all.put("xsd", XSD);
        return Collections.unmodifiableMap(all);
    }

    /** The short form of an address, such as {@code clew:text}; empty when no prefix fits. */
    static Optional<String> shorten(String address) {
        return ALL.entrySet().stream()
                .filter(prefix -> address.startsWith(prefix.getValue()))
                .map(prefix -> Map.entry(
                        prefix.getKey(), address.substring(prefix.getValue().length())))
                .filter(parts -> LOCAL_NAME.matcher(parts.getValue()).matches())
                .map(parts -> parts.getKey() + ":" + parts.getValue())
                .findFirst();
    }
}
