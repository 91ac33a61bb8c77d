package dev.clew.ontology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The prefixes that queries and documents about this library use, by name. */
public final class KnownPrefixes {
    private static final Map<String, String> FIXED = fixed();

    private KnownPrefixes() {}

    private static Map<String, String> fixed() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("clew", Terms.CLEW);
        all.put("rel", Terms.RELATION);
        all.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        all.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        all.put("skos", "http://www.w3.org/2004/02/skos/core#");
        all.put("dcterms", "http://purl.org/dc/terms/");
        all.put("prov", "http://www.w3.org/ns/prov#");
        all.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return Collections.unmodifiableMap(all);
    }

    /** All of them; {@code insight:}, {@code entity:} and {@code source:} stand for the records under this base. */
    public static Map<String, String> under(Base base) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String type : new String[] {"insight", "entity", "source"}) {
            all.put(type, base.address() + type + "/");
        }
        all.putAll(FIXED);
        return Collections.unmodifiableMap(all);
    }
}
