package dev.clew.brief;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one reader gets on one day.
 *
 * @param brief the claims
 * @param follows what they were chosen by, merged things followed
 * @param told what became of what is watched, and of followed things themselves
 */
public record ReaderBrief(Brief brief, List<Follow> follows, List<Told> told) {
    /** Copies the lists. */
    public ReaderBrief {
        follows = List.copyOf(follows);
        told = List.copyOf(told);
    }

    /**
     * What became of something that is watched or followed.
     *
     * @param follow its written form
     * @param label its name
     * @param page where it is shown, from the root of this installation
     * @param lines what happened, at least one sentence
     */
    public record Told(String follow, String label, String page, List<String> lines) {
        /** Copies the list. */
        public Told {
            lines = List.copyOf(lines);
        }
    }

    /** Whether there is nothing to send. */
    public boolean isEmpty() {
        return brief.items().isEmpty() && told.isEmpty();
    }

    /** Ids of its claims, and of those that say the same, which are not sent again either. */
    public List<String> insights() {
        return brief.items().stream()
                .flatMap(item -> Stream.concat(Stream.of(item.insight().id()), item.alsoSaidBy().stream()))
                .toList();
    }
}
