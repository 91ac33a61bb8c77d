package dev.clew.ingest.extract;

import dev.clew.desk.ScanRules;
import dev.clew.ingest.extract.Sentences.Sentence;
import dev.clew.model.Candidate;
import dev.clew.model.Entity;
import dev.clew.model.Extractor;
import dev.clew.model.Limits;
import dev.clew.model.Relations;
import dev.clew.model.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds claims without a language model: each is one sentence, chosen by rules and linked by the names of the library and
 * the words of the ontology. Takes about a second for two hours of speech.
 */
public final class BuiltInExtractor implements Extractor {
    /** By what it is known. */
    public static final String CODE = "built-in";

    private static final double LEAST_SCORE = 2.0;
    private static final int WORDS_PER_CANDIDATE = 150;
    private static final int LEAST_CANDIDATES = 10;
    private static final int LEAST_WORDS = 7;

    private final Sentences sentences;
    private final EntityNames names;
    private final Linking linking;
    private final Believers believers;
    private final Set<Worth> off;

    /**
     * Knows these names and relations.
     *
     * @param entities of the library; those that come later are not known
     */
    public BuiltInExtractor(Sentences sentences, Collection<Entity> entities, Relations relations) {
        this(sentences, entities, relations, Set.of());
    }

    /**
     * The same, doing without some rules.
     *
     * @param off the codes of rules that count for nothing; codes of rules of other extractors mean nothing here
     */
    public BuiltInExtractor(
            Sentences sentences, Collection<Entity> entities, Relations relations, Collection<String> off) {
        this.off = EnumSet.noneOf(Worth.class);
        Arrays.stream(Worth.values()).filter(rule -> off.contains(rule.code())).forEach(this.off::add);
        this.sentences = sentences;
        this.names = new EntityNames(entities);
        this.linking = new Linking(relations, names);
        this.believers = new Believers(names);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Extraction extract(Spoken spoken) {
        List<Sentence> all = sentences.of(spoken.transcript());
        Scoring scoring = new Scoring(new Themes(all));
        Forming forming = new Forming(spoken);
        Map<String, Integer> dropped = new TreeMap<>();
        List<Candidate> candidates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Sentence each : all) {
            if (spoken.isCancelled().getAsBoolean()) {
                break;
            }
            Optional<String> why = unfit(each);
            if (why.isEmpty() && !seen.add(each.text().toLowerCase(Locale.ROOT))) {
                why = Optional.of("repeated");
            }
            if (why.isPresent()) {
                dropped.merge(why.get(), 1, Integer::sum);
                continue;
            }
            Looked looked = look(each, spoken.transcript());
            Map<Worth, Double> measures = scoring.measures(looked);
            boolean worth = Scoring.sum(measures) >= LEAST_SCORE;
            measures.keySet().removeAll(off);
            if (Scoring.sum(measures) >= LEAST_SCORE) {
                candidates.add(forming.candidate(looked, measures));
            } else {
                dropped.merge(worth ? ScanRules.DROPPED : "low-score", 1, Integer::sum);
            }
        }
        return best(candidates, dropped, spoken.transcript().words());
    }

    /** The best for so many words, the rest counted. */
    static Extraction best(List<Candidate> candidates, Map<String, Integer> dropped, int words) {
        int most = Math.max(LEAST_CANDIDATES, words / WORDS_PER_CANDIDATE);
        List<Candidate> sorted = candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
        if (sorted.size() > most) {
            dropped.put("beyond-the-best", sorted.size() - most);
        }
        return new Extraction(sorted.stream().limit(most).toList(), dropped);
    }

    /** Why a sentence cannot be a claim at all; empty when it can. */
    private static Optional<String> unfit(Sentence sentence) {
        String text = sentence.text();
        if (text.length() > Limits.QUOTE_CHARACTERS) {
            return Optional.of("too-long");
        }
        if (text.endsWith("?") || text.endsWith("?\"")) {
            return Optional.of("question");
        }
        if (text.contains("[unintelligible]")) {
            return Optional.of("unintelligible");
        }
        if (text.split("\\s+").length < LEAST_WORDS) {
            return Optional.of("too-short");
        }
        return Phrases.SHOW_TALK.matcher(text).find() ? Optional.of("show-talk") : Optional.empty();
    }

    private Looked look(Sentence sentence, Transcript transcript) {
        Transcript.Segment segment =
                transcript.segments().get(sentence.excerpt().segment());
        List<Word> words = Word.all(sentence.text());
        Set<String> around = new HashSet<>();
        Word.all(segment.text()).forEach(word -> around.add(word.stem()));
        List<Mention> mentions = names.in(words, around);
        return new Looked(
                sentence,
                words,
                mentions,
                linking.links(words, mentions),
                believers.of(segment.speaker(), words, mentions));
    }
}
