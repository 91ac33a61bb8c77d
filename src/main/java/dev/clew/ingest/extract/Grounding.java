package dev.clew.ingest.extract;

import dev.clew.ingest.extract.Linking.Found;
import dev.clew.ingest.extract.Said.Tie;
import dev.clew.ingest.extract.Sentences.Sentence;
import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Candidate;
import dev.clew.model.Candidate.Excerpt;
import dev.clew.model.Certainty;
import dev.clew.model.Claim;
import dev.clew.model.ClaimType;
import dev.clew.model.Entity;
import dev.clew.model.Enumerations;
import dev.clew.model.Extractor.Spoken;
import dev.clew.model.Limits;
import dev.clew.model.Link;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Scope;
import dev.clew.model.Transcript.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes of what a language model says only what stands in the transcript: a claim needs a quote that occurs there, a link two things of the
 * library that the quote names and words of the quote that say it, a holder a name in the quote, a restatement no number that the quote does not have. What is left out is counted.
 */
final class Grounding {
    /** The rule of all that a language model picked. */
    static final String RULE = "language-model";

    private static final int LEAST_WORDS = 4;
    private static final int LIMIT_REASON_CHARACTERS = 300;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    /** Words that say no relation: what they join is only named together. */
    private static final Set<String> JOINING = Set.of(
            "and", "or", "but", "with", "as", "well", "also", "both", "of", "the", "a", "an", "in", "for", "to", "on",
            "at", "by", "from", "than", "more");

    private static final Set<String> PART_OF = Set.of("of", "about", "over");

    private final EntityNames names;
    private final Relations relations;
    private final String model;

    Grounding(EntityNames names, Relations relations, String model) {
        this.names = names;
        this.relations = relations;
        this.model = model;
    }

    /** What of a claim stands in the part of the transcript that was read; empty when its quote does not. */
    Optional<Candidate> candidate(Said said, Chunk chunk, Spoken spoken, LeftOut leftOut) {
        Optional<Excerpt> found = Quotes.find(said.quote(), chunk, spoken.transcript());
        if (found.isEmpty()) {
            leftOut.add("quote-not-found");
            return Optional.empty();
        }
        Excerpt at = found.get();
        Segment segment = spoken.transcript().segments().get(at.segment());
        String quote = segment.text().substring(at.start(), at.end());
        List<Word> words = Word.all(quote);
        if (quote.length() > Limits.QUOTE_CHARACTERS) {
            leftOut.add("too-long");
            return Optional.empty();
        }
        if (words.stream().filter(word -> !word.isMark()).count() < LEAST_WORDS) {
            leftOut.add("too-short");
            return Optional.empty();
        }
        Set<String> around = new HashSet<>();
        Word.all(segment.text()).forEach(word -> around.add(word.stem()));
        List<Mention> mentions = names.in(words, around);
        Quoted quoted = new Quoted(words, mentions, around);
        Looked looked = new Looked(
                new Sentence(at, quote),
                words,
                mentions,
                links(said.links(), quoted, leftOut),
                belief(said.holder(), segment.speaker(), quoted));
        return Optional.of(new Candidate(
                new Forming(spoken).insight(looked, claim(said, quote, leftOut)),
                at,
                said.worth(),
                List.of(RULE),
                why(said, looked)));
    }

    /** A quote with what it names. */
    private record Quoted(List<Word> words, List<Mention> mentions, Set<String> around) {}

    private static Claim claim(Said said, String quote, LeftOut leftOut) {
        String text = said.restated();
        if (text.isEmpty() || text.length() > Limits.TEXT_CHARACTERS || hasOtherNumbers(text, quote)) {
            leftOut.add("restatement");
            text = Phrases.restated(quote);
        }
        ClaimType type = Enumerations.find(ClaimType.class, said.type()).orElse(ClaimType.REPORT);
        return new Claim(text, "en", type, said.hedged() ? Certainty.HEDGED : Certainty.PLAIN);
    }

    private static boolean hasOtherNumbers(String text, String quote) {
        Set<String> said = new HashSet<>();
        NUMBER.matcher(quote).results().forEach(each -> said.add(each.group()));
        return NUMBER.matcher(text).results().anyMatch(each -> !said.contains(each.group()));
    }

    private List<Found> links(List<Tie> ties, Quoted quoted, LeftOut leftOut) {
        List<Found> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Tie each : ties) {
            Optional<Found> link = link(each, quoted);
            if (link.isEmpty()) {
                leftOut.add("link-not-in-quote");
            } else if (known.add(link.get().link().identity())) {
                found.add(link.get());
            }
        }
        return found;
    }

    private Optional<Found> link(Tie tie, Quoted quoted) {
        Optional<RelationType> relation = relations.find(tie.relation());
        Optional<String> subject = named(tie.subject(), quoted);
        Optional<String> object = named(tie.object(), quoted);
        if (relation.isEmpty()
                || subject.isEmpty()
                || object.isEmpty()
                || subject.equals(object)
                || !says(tie.words(), quoted)) {
            return Optional.empty();
        }
        Link link = new Link(
                Link.End.of(subject.get()),
                relation.get().id(),
                Link.End.of(object.get()),
                new Link.Stance(relation.get().defaultSign(), tie.denied()),
                Scope.NONE);
        return Optional.of(new Found(link, tie.words()));
    }

    /** Whether words stand in the quote and say more than that two things are named together. */
    private static boolean says(String words, Quoted quoted) {
        List<String> said = Word.all(words).stream().map(Word::lower).toList();
        List<String> all = quoted.words().stream().map(Word::lower).toList();
        return Collections.indexOfSubList(all, said) >= 0
                && Word.all(words).stream().anyMatch(word -> !word.isMark() && !JOINING.contains(word.lower()));
    }

    /** The entity of a name, when the quote names it as a thing by itself and not as a part of another's name. */
    private Optional<String> named(String name, Quoted quoted) {
        return entity(name, quoted.around())
                .filter(id -> quoted.mentions().stream()
                        .anyMatch(each -> each.entity().equals(id) && !isPartOfAnother(each, quoted.words())));
    }

    private static boolean isPartOfAnother(Mention mention, List<Word> words) {
        int at = mention.from() - 1;
        while (at >= 0 && ARTICLES.contains(words.get(at).lower())) {
            at--;
        }
        return at >= 0 && PART_OF.contains(words.get(at).lower());
    }

    /** The entity that a name as a whole is of: of "the price of compute" there is none. */
    private Optional<String> entity(String name, Set<String> around) {
        List<Word> words = Word.all(name).stream()
                .dropWhile(word -> ARTICLES.contains(word.lower()))
                .toList();
        List<Mention> found = names.in(words, around);
        return found.size() == 1
                        && found.getFirst().from() == 0
                        && found.getFirst().to() == words.size()
                ? Optional.of(found.getFirst().entity())
                : Optional.empty();
    }

    /** The holder is empty, not the speaker, where the model names one whom the quote does not. */
    private Belief belief(String holder, @Nullable String speakerName, Quoted quoted) {
        String speaker = speakerName == null
                ? null
                : names.person(speakerName).map(Entity::id).orElse(null);
        if (holder.isEmpty() || holder.equalsIgnoreCase(speakerName)) {
            return new Belief(speaker, speaker, Attribution.OWN);
        }
        String believer = entity(holder, quoted.around())
                .filter(id -> quoted.mentions().stream()
                        .anyMatch(each -> each.entity().equals(id)))
                .filter(id -> names.find(id).filter(Believers::isAble).isPresent())
                .orElse(null);
        return new Belief(believer, speaker, Attribution.REPORTED);
    }

    private List<String> why(Said said, Looked looked) {
        String reason = said.reason().length() <= LIMIT_REASON_CHARACTERS
                ? said.reason()
                : said.reason().substring(0, LIMIT_REASON_CHARACTERS - 1) + "…";
        List<String> why = new ArrayList<>();
        why.add("The language model " + model + " picked it" + (reason.isEmpty() ? "." : ": " + reason));
        why.addAll(Forming.named(looked));
        return why;
    }
}
