package dev.clew.ingest.extract;

import dev.clew.model.Enumerations;

/** Why a sentence is worth keeping as a claim, or not; each is a rule that review can be asked about. */
enum Worth {
    /** It says a relation between two entities of the library. */
    LINK(2.5, "It says how two things of the library are related."),
    /** It names entities of the library. */
    NAMES(1.0, "It names things of the library."),
    /** It says what brings something about. */
    CAUSE(1.2, "It says what brings something about."),
    /** It compares, or names a change. */
    COMPARISON(0.8, "It compares, or says that something changes."),
    /** It gives a number. */
    NUMBER(0.9, "It gives a number."),
    /** It says what will, should or must be. */
    OUTLOOK(0.6, "It says what will or should be."),
    /** It judges, or says what holds in general. */
    JUDGEMENT(0.7, "It judges, or says what holds in general."),
    /** Somebody else's belief is told. */
    REPORTED(0.8, "It tells what somebody believes."),
    /** Its words are those that the episode is about. */
    CENTRAL(1.0, "Its words are those that the episode is about."),
    /** It is neither short nor long. */
    LENGTH(0.8, "It can stand alone by its length."),
    /** It begins with what only makes sense after the sentence before. */
    ANAPHORA(-1.0, "It leans on the sentence before."),
    /** It tells of the speaker rather than of the world. */
    NARRATIVE(-1.3, "It tells of the speaker."),
    /** It speaks to the listener. */
    ADDRESS(-0.7, "It speaks to somebody."),
    /** It is thinned by fillers. */
    FILLER(-0.5, "It is thinned by fillers.");

    private final double weight;
    private final String sentence;

    Worth(double weight, String sentence) {
        this.weight = weight;
        this.sentence = sentence;
    }

    /** What one full measure of it adds. */
    double weight() {
        return weight;
    }

    /** The reason in words. */
    String sentence() {
        return sentence;
    }

    /** The written form, lower case. */
    String code() {
        return Enumerations.code(this);
    }
}
