package dev.clew.ingest.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a name is said among.
 *
 * @param words of the sentence
 * @param around the words of what is said about it, without their endings
 * @param said the words of the sentence, without their endings
 */
record Context(List<Word> words, Set<String> around, Set<String> said) {
    Context(List<Word> words, Set<String> around) {
        this(words, around, stems(words));
    }

    private static Set<String> stems(List<Word> words) {
        Set<String> stems = new HashSet<>();
        words.forEach(word -> stems.addAll(Named.stems(word)));
        return stems;
    }

    /**
     * What a name that leaves the last word of its entity's label out means: "open source" that is said of models means
     * not the software but the models, if the library has them. Empty where it cannot be told.
     *
     * @param alike names that begin with the same word
     */
    Optional<Named> meant(Named named, List<Named> alike) {
        List<String> label =
                Named.of(named.entity().naming().label(), named.entity()).stems();
        Optional<List<String>> own = named.exact() ? Optional.empty() : named.left(label);
        if (own.isEmpty() || said.containsAll(own.get())) {
            return Optional.of(named);
        }
        List<Named> others = others(named, alike, said);
        if (others.isEmpty()) {
            boolean none = around.containsAll(own.get())
                    || others(named, alike, around).isEmpty();
            return none ? Optional.of(named) : Optional.empty();
        }
        long entities = others.stream().map(Named::entity).distinct().count();
        return entities == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }

    private static List<Named> others(Named named, List<Named> alike, Set<String> stems) {
        return alike.stream()
                .filter(other -> !other.entity().id().equals(named.entity().id()))
                .filter(other ->
                        named.left(other.stems()).filter(stems::containsAll).isPresent())
                .toList();
    }
}
