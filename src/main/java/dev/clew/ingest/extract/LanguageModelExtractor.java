package dev.clew.ingest.extract;

import dev.clew.model.Candidate;
import dev.clew.model.Candidate.Excerpt;
import dev.clew.model.ClewException;
import dev.clew.model.Entity;
import dev.clew.model.Extractor;
import dev.clew.model.Relations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds claims by a language model on the server that the settings name; takes of its answers only what stands in the transcript. The
 * transcript is read in parts that overlap, each asked once and its answer kept; parts beyond the budget are left out and counted.
 */
public final class LanguageModelExtractor implements Extractor {
    /** By what it is known. */
    public static final String CODE = "language-model";

    private final ModelSettings settings;
    private final Knows knows;
    private final KeptAnswers answers;
    private final Grounding grounding;
    private final String rule;

    /**
     * What it knows of the language and the library.
     *
     * @param sentences parts transcripts
     * @param entities of the library; those that come later are not known
     * @param relations of the ontology
     */
    public record Knows(Sentences sentences, Collection<Entity> entities, Relations relations) {}

    /** Asks this model, unless an answer is kept. */
    public LanguageModelExtractor(ModelSettings settings, Knows knows, KeptAnswers answers) {
        this.settings = settings;
        this.knows = knows;
        this.answers = answers;
        this.grounding = new Grounding(new EntityNames(knows.entities()), knows.relations(), settings.name());
        this.rule = Question.rule(knows.relations());
    }

    @Override
    public String code() {
        return CODE;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ClewException (fetch-failed) when the model cannot be asked; what it answered before is kept, so that the next try goes
     *     on there
     */
    @Override
    public Extraction extract(Spoken spoken) {
        List<Chunk> chunks = Chunk.of(knows.sentences().of(spoken.transcript()), spoken.transcript());
        LeftOut leftOut = new LeftOut();
        Spending spending = new Spending(settings.budget());
        List<Candidate> candidates = new ArrayList<>();
        try (ModelCalls calls = new ModelCalls(settings, knows.relations())) {
            for (Chunk each : chunks) {
                if (spoken.isCancelled().getAsBoolean()) {
                    break;
                }
                for (Said said : claims(each, calls, spending, leftOut)) {
                    grounding
                            .candidate(said, each, spoken, leftOut)
                            .ifPresent(found -> add(found, candidates, leftOut));
                }
            }
        }
        return BuiltInExtractor.best(
                candidates, leftOut.counts(), spoken.transcript().words());
    }

    private List<Said> claims(Chunk chunk, ModelCalls calls, Spending spending, LeftOut leftOut) {
        String key = KeptAnswers.key(settings.url().toString(), settings.name(), rule, chunk.text());
        Optional<List<Said>> kept = answers.find(key).flatMap(Said::read);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (!spending.allows(Spending.tokens(rule + chunk.text()), ModelCalls.LIMIT_ANSWER_TOKENS)) {
            leftOut.add("parts-beyond-the-budget");
            return List.of();
        }
        ModelCalls.Reply reply = calls.ask(rule, chunk.text());
        spending.add(reply.sent(), reply.answered());
        Optional<List<Said>> claims = Said.read(reply.text());
        if (claims.isEmpty()) {
            leftOut.add("parts-with-an-unreadable-answer");
            return List.of();
        }
        answers.keep(key, reply.text());
        return claims.get();
    }

    /** Two parts overlap, so one claim may be found in both. */
    private static void add(Candidate found, List<Candidate> candidates, LeftOut leftOut) {
        if (candidates.stream().anyMatch(other -> isSame(found, other))) {
            leftOut.add("repeated");
        } else {
            candidates.add(found);
        }
    }

    private static boolean isSame(Candidate found, Candidate other) {
        if (found.insight().id().equals(other.insight().id())) {
            return true;
        }
        Excerpt one = found.excerpt();
        Excerpt two = other.excerpt();
        int both = Math.min(one.end(), two.end()) - Math.max(one.start(), two.start());
        int shorter = Math.min(one.end() - one.start(), two.end() - two.start());
        return one.segment() == two.segment() && 2 * both > shorter;
    }
}
