package dev.clew.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of conflicts.
 *
 * @param questions the questions with their conflicts
 * @param cursor where the next part begins; null at the end
 */
public record ConflictPage(List<Group> questions, @Nullable String cursor) {
    /**
     * One question and who disputes it.
     *
     * @param question the question
     * @param conflicts the plainest first
     * @param cut whether there are more than those given
     */
    public record Group(Question question, List<Conflict> conflicts, boolean cut) {
        /** Copies the conflicts. */
        public Group {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** Copies the questions. */
    public ConflictPage {
        questions = List.copyOf(questions);
    }

    /** Every conflict, question by question. */
    public List<Conflict> conflicts() {
        return questions.stream().flatMap(each -> each.conflicts().stream()).toList();
    }
}
