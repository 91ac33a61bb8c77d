package dev.clew.model;

import java.util.List;

/**
 * What an insight is filed under and what it names beside its links, each in alphabetical order.
 *
 * @param topics concepts it is filed under
 * @param mentions entities it names without linking them; a mention makes no edge
 */
public record Subjects(List<String> topics, List<String> mentions) {
    /** Filed under nothing, mentions nothing. */
    public static final Subjects NONE = new Subjects(List.of(), List.of());

    /** Checks and orders the ids. */
    public Subjects {
        topics = Checks.ids("topics", topics, Limits.LIST);
        mentions = Checks.ids("mentions", mentions, Limits.LIST);
    }
}
