package dev.clew.web.api;

/** The forms in which a record can be had at its address. The first is what a caller without a preference gets. */
enum Format {
    /** For people and programs. */
    TURTLE("ttl", "text/turtle"),
    /** For JSON tools. */
    JSON_LD("jsonld", "application/ld+json"),
    /** With the name of the record's graph. */
    TRIG("trig", "application/trig"),
    /** A triple a line. */
    N_TRIPLES("nt", "application/n-triples"),
    /** As the calls under {@code /api} answer. */
    JSON("json", "application/json"),
    /** A page; never the default, and without a suffix. */
    HTML("", "text/html");

    private final String suffix;
    private final String mediaType;

    Format(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** What stands behind the dot; empty for the page. */
    String suffix() {
        return suffix;
    }

    /** Its media type, without parameters. */
    String mediaType() {
        return mediaType;
    }
}
