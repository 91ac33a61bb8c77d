package dev.clew.ingest.extract;

import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A name of an entity.
 *
 * @param stems its words without their endings, those that a hyphen joins by themselves
 * @param name as written
 * @param entity whose
 * @param exact whether the case of its letters counts, as in "US" and "Turkey"
 * @param plural whether it means things taken together, so that it is said of many only: "jobs" is employment, "a tough job" is not
 */
record Named(List<String> stems, String name, Entity entity, boolean exact, boolean plural) {
    private static final int ACRONYM_CHARACTERS = 4;

    static Named of(String name, Entity entity) {
        List<Word> words =
                Word.all(name).stream().filter(word -> !word.isMark()).toList();
        List<String> stems =
                words.stream().flatMap(word -> stems(word).stream()).toList();
        boolean proper = !words.isEmpty() && words.getFirst().isCapital() && isProper(entity.kind());
        return new Named(stems, name, entity, isAcronym(name) || proper, isTogether(words, entity));
    }

    /** The parts of a word that hyphens join, each without its ending. */
    static List<String> stems(Word word) {
        return word.isMark() || word.lower().indexOf('-') < 0
                ? List.of(word.stem())
                : Arrays.stream(word.lower().split("-")).map(Word::stem).toList();
    }

    private static boolean isAcronym(String name) {
        return name.length() <= ACRONYM_CHARACTERS && name.equals(name.toUpperCase(Locale.ROOT));
    }

    private static boolean isProper(EntityKind kind) {
        return switch (kind) {
            case NATION, PERSON, ORGANIZATION, ALLIANCE -> true;
            default -> false;
        };
    }

    /** Whether it is one word in the plural that the entity's label does not hold. */
    private static boolean isTogether(List<Word> words, Entity entity) {
        return words.size() == 1
                && !words.getFirst().isCapital()
                && !words.getFirst().stem().equals(words.getFirst().lower())
                && Word.all(entity.naming().label()).stream()
                        .noneMatch(word -> word.stem().equals(words.getFirst().stem()));
    }

    boolean isAcronym() {
        return isAcronym(name);
    }

    /** Whether it may be said by words of which this is the first. */
    boolean suits(Word first) {
        if (plural && first.stem().equals(first.lower())) {
            return false;
        }
        boolean spelled = name.length() > ACRONYM_CHARACTERS || first.text().startsWith(name);
        return !exact || first.isCapital() && spelled;
    }

    /** What is left out where it is short for a longer name: of "open source", short for "open source software", the last word. */
    Optional<List<String>> left(List<String> longer) {
        return longer.size() > stems.size() && longer.subList(0, stems.size()).equals(stems)
                ? Optional.of(longer.subList(stems.size(), longer.size()))
                : Optional.empty();
    }
}
