package dev.clew.model;

/** The bounds of a record's fields; each is said in the error that it causes. */
public final class Limits {
    /** Longest claim. */
    public static final int TEXT_CHARACTERS = 2000;
    /** Longest label, alias or title. */
    public static final int LABEL_CHARACTERS = 300;
    /** Longest note. */
    public static final int NOTE_CHARACTERS = 2000;
    /** Longest definition. */
    public static final int DEFINITION_CHARACTERS = 2000;
    /** Longest quote. */
    public static final int QUOTE_CHARACTERS = 500;
    /** Longest web address. */
    public static final int ADDRESS_CHARACTERS = 2000;
    /** Most links of one insight. */
    public static final int LINKS = 100;
    /** Most facts of one entity. */
    public static final int FACTS = 500;
    /** Most entries of any other list. */
    public static final int LIST = 200;

    private Limits() {}
}
