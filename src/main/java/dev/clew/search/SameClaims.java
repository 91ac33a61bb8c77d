package dev.clew.search;

import dev.clew.model.NearDuplicates;
import dev.clew.model.NearDuplicates.Parts;
import dev.clew.model.Relations;
import dev.clew.search.meaning.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts claims together that say the same.
 *
 * @param relations give relations their direction
 * @param meaning is asked how near two texts are
 */
record SameClaims(Relations relations, Meaning meaning) {
    /** A claim to be compared: its row, its words and its links. */
    private record Compared(Row row, ClaimLikeness likeness) {}

    /** Groups of two or more, each in the order given. */
    List<List<String>> groups(List<Row> rows) {
        List<List<Compared>> groups = new ArrayList<>();
        for (Row row : rows) {
            Compared claim = new Compared(row, ClaimLikeness.of(row, relations));
            group(claim, groups)
                    .ifPresentOrElse(group -> group.add(claim), () -> groups.add(new ArrayList<>(List.of(claim))));
        }
        return groups.stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream().map(each -> each.row().name().id()).toList())
                .toList();
    }

    private Optional<List<Compared>> group(Compared claim, List<List<Compared>> groups) {
        return groups.stream()
                .filter(group -> areTheSame(group.getFirst(), claim))
                .findFirst();
    }

    private boolean areTheSame(Compared one, Compared other) {
        ClaimLikeness likeness = one.likeness();
        ClaimLikeness.Words words = other.likeness().sought();
        if (likeness.isOpposite(words, other.likeness().links()) || !couldBeTheSame(one, other)) {
            return false;
        }
        Float near = meaning.similarity(one.row().meaning(), other.row().meaning())
                .map(Double::floatValue)
                .orElse(null);
        Parts parts = likeness.with(words, other.likeness().links(), near);
        return likeness.of(words, parts) >= NearDuplicates.SAME;
    }

    /** Whether they were the same if nothing were missing in meaning: most pairs are not, and need no vectors. */
    private static boolean couldBeTheSame(Compared one, Compared other) {
        ClaimLikeness.Words words = other.likeness().sought();
        Parts hoped = one.likeness().with(words, other.likeness().links(), 1f);
        return one.likeness().of(words, hoped) >= NearDuplicates.SAME;
    }
}
