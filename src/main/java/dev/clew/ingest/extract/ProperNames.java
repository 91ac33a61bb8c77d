package dev.clew.ingest.extract;

import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Leaves out names that are only a part of the name of something else: "EU" in "the EU Act", "America" in "North America".
 */
final class ProperNames {
    private static final Set<String> SPEAKER = Set.of("i", "i'm", "i've", "i'd", "i'll");

    private ProperNames() {}

    /** Those of the mentions that are names by themselves. */
    static List<Mention> whole(List<Word> words, List<Mention> mentions, EntityNames names) {
        Set<Integer> named = new HashSet<>();
        mentions.forEach(each -> {
            for (int at = each.from(); at < each.to(); at++) {
                named.add(at);
            }
        });
        return mentions.stream()
                .filter(each -> !words.get(each.from()).isCapital()
                        || !goesOn(words, each.to(), named) && !hasBegun(words, each, named, names))
                .toList();
    }

    /** Whether the next word belongs to the same name; an acronym does only where another follows. */
    private static boolean goesOn(List<Word> words, int at, Set<Integer> named) {
        int next = at;
        boolean owner = isOwner(words.get(at - 1));
        while (!owner && next < words.size() && !named.contains(next) && isAcronym(words.get(next))) {
            next++;
        }
        return !owner && next < words.size() && !named.contains(next) && isNamePart(words.get(next));
    }

    /** Whether the word before belongs to the same name; at the beginning of a sentence any word has a capital. */
    private static boolean hasBegun(List<Word> words, Mention mention, Set<Integer> named, EntityNames names) {
        int before = mention.from() - 1;
        boolean person = names.find(mention.entity())
                .map(Entity::kind)
                .filter(kind -> kind == EntityKind.PERSON)
                .isPresent();
        return !person
                && before > 0
                && !named.contains(before)
                && !words.get(before - 1).isMark()
                && !isAcronym(words.get(before))
                && isNamePart(words.get(before));
    }

    private static boolean isNamePart(Word word) {
        return word.isCapital()
                && !isOwner(word)
                && !SPEAKER.contains(word.lower().replace('’', '\''));
    }

    private static boolean isOwner(Word word) {
        return word.text().endsWith("'s") || word.text().endsWith("’s");
    }

    private static boolean isAcronym(Word word) {
        return word.text().length() > 1
                && word.isCapital()
                && word.text().equals(word.text().toUpperCase(Locale.ROOT));
    }
}
