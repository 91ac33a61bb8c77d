package dev.clew.search;

/** The fields of a document in the index. */
final class Fields {
    /** The record's relative address: its only key; indexed whole, sorted by, stored. */
    static final String NAME = "name";
    /** Claim, label or title; stored. */
    static final String HEAD = "head";
    /** Quote, definition, note; stored. */
    static final String MORE = "more";
    /** An entity's aliases; stored. */
    static final String ALIAS = "alias";
    /** What it can be narrowed and counted by, derived values included; indexed whole, counted. */
    static final String VALUE = "value";
    /** The record's own values, without the derived ones; stored. */
    static final String OWN_VALUE = "own";
    /** What a claim holds; indexed whole, stored. */
    static final String FEATURE = "feature";
    /** The day it came out, as yyyymmdd, 0 when unknown; sorted by. */
    static final String DAY = "day";
    /** The same where known; bounded by. */
    static final String KNOWN_DAY = "knownDay";
    /** The tag of a text's language; stored. */
    static final String LANGUAGE = "language";
    /** A source's own day; stored. */
    static final String OWN_DAY = "ownDay";
    /** Words of a label or title. */
    static final String LABEL = "label";
    /** Words of claim, quote, definition, note. */
    static final String BODY = "body";
    /** Words of the names of what a claim names, or of an entity's aliases. */
    static final String NAMES = "names";
    /** Every word of the three above in the form it was written, for prefixes. */
    static final String WORDS = "words";

    /** The key of the text that has a vector, see {@link Row#meaning}; numbers to look up and to read. */
    static final String MEANING = "meaning";

    private Fields() {}
}
