package dev.clew.search;

import dev.clew.model.ClaimFeature;
import dev.clew.model.Link;
import dev.clew.model.NearDuplicates.Parts;
import dev.clew.model.NearDuplicates.Wording;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import dev.clew.model.text.Words.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much a claim says what one claim says.
 *
 * @param sought the one claim's telling words
 * @param links the features of its links
 * @param relations give relations their direction
 */
record ClaimLikeness(Words sought, Set<ClaimFeature> links, Relations relations) {
    private static final Set<String> NEGATIONS =
            Set.of("not", "no", "never", "cannot", "nobody", "nothing", "neither", "nor", "without", "hardly");
    private static final double WORDS_WEIGHT = 0.3;
    private static final double MEANING_WEIGHT = 0.6;
    private static final double LINKS_WEIGHT = 0.1;

    /**
     * What counts of a text's words.
     *
     * @param all every word in order, folded
     * @param stems of those that say something
     * @param negated whether it says that something is not so
     */
    record Words(List<String> all, Set<String> stems, boolean negated) {
        static Words of(String text) {
            List<Token> tokens = Language.tokens(text);
            long negations = tokens.stream()
                    .filter(token -> NEGATIONS.contains(token.word())
                            || token.word().endsWith("n't")
                            || token.word().endsWith("n’t"))
                    .count();
            return new Words(
                    tokens.stream().map(Token::word).toList(),
                    tokens.stream()
                            .filter(token -> !Language.isStopWord(token.word()))
                            .map(Token::stem)
                            .collect(Collectors.toSet()),
                    negations % 2 == 1);
        }
    }

    static ClaimLikeness of(Wording wording, Relations relations) {
        Set<ClaimFeature> links =
                wording.links().stream().map(ClaimLikeness::feature).collect(Collectors.toSet());
        return new ClaimLikeness(Words.of(wording.text()), links, relations);
    }

    /** Of a published claim. */
    static ClaimLikeness of(Row row, Relations relations) {
        return new ClaimLikeness(Words.of(row.head()), links(row), relations);
    }

    /** What a published claim asserts and denies. */
    static Set<ClaimFeature> links(Row row) {
        return row.features().stream()
                .filter(feature ->
                        feature.kind() == ClaimFeature.Kind.ASSERTS || feature.kind() == ClaimFeature.Kind.DENIES)
                .collect(Collectors.toSet());
    }

    private static ClaimFeature feature(Link link) {
        return new ClaimFeature(
                link.denied() ? ClaimFeature.Kind.DENIES : ClaimFeature.Kind.ASSERTS,
                link.subject().entity() + " " + link.relation() + " "
                        + link.object().entity());
    }

    /** Whether the other says the opposite: of one link, of the direction between two entities, or by a "not". */
    boolean isOpposite(Words words, Set<ClaimFeature> others) {
        if (words.negated() != sought.negated()) {
            return true;
        }
        return links.stream().anyMatch(link -> others.stream().anyMatch(other -> opposes(link, other)));
    }

    private boolean opposes(ClaimFeature one, ClaimFeature other) {
        if (one.value().equals(other.value())) {
            return one.kind() != other.kind();
        }
        String[] first = one.value().split(" ", 3);
        String[] second = other.value().split(" ", 3);
        boolean samePair = first[0].equals(second[0]) && first[2].equals(second[2]);
        return samePair && one.kind() == other.kind() && areOpposite(sign(first[1]), sign(second[1]));
    }

    private Sign sign(String relation) {
        return relations.find(relation).map(type -> type.defaultSign()).orElse(Sign.ZERO);
    }

    private static boolean areOpposite(Sign one, Sign other) {
        return (one == Sign.PLUS && other == Sign.MINUS) || (one == Sign.MINUS && other == Sign.PLUS);
    }

    /** In which way the other is alike. */
    Parts with(Words words, Set<ClaimFeature> others, @Nullable Float meaning) {
        return new Parts(
                share(sought.stems(), words.stems()),
                meaning == null ? null : Double.valueOf(Math.clamp(meaning, 0, 1)),
                links.isEmpty() || others.isEmpty() ? null : Double.valueOf(share(links, others)));
    }

    /** Of all that either has, the share that both have. */
    private static double share(Set<?> one, Set<?> other) {
        Set<Object> both = new HashSet<>(one);
        both.retainAll(other);
        int all = one.size() + other.size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }

    /** The parts together, each by its weight among those that are known. */
    double of(Words words, Parts parts) {
        if (words.all().equals(sought.all())) {
            return 1;
        }
        double sum = WORDS_WEIGHT * parts.words();
        double weight = WORDS_WEIGHT;
        Double meaning = parts.meaning();
        if (meaning != null) {
            sum += MEANING_WEIGHT * meaning;
            weight += MEANING_WEIGHT;
        }
        Double shared = parts.links();
        if (shared != null) {
            sum += LINKS_WEIGHT * shared;
            weight += LINKS_WEIGHT;
        }
        return sum / weight;
    }
}
