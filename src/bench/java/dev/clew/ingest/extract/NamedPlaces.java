package dev.clew.ingest.extract;

import dev.clew.model.Candidate;
import dev.clew.model.Entity;
import dev.clew.model.Link;
import dev.clew.model.Relations;
import dev.clew.model.Transcript;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shows benches what the built-in extractor sees in a sentence: where it names what, and what it says of them. */
public final class NamedPlaces {
    private final EntityNames names;
    private final Linking linking;

    /** Knows these names and relations. */
    public NamedPlaces(Collection<Entity> entities, Relations relations) {
        this.names = new EntityNames(entities);
        this.linking = new Linking(relations, names);
    }

    /**
     * A place where a segment names an entity.
     *
     * @param at where it begins in the segment's text, in characters
     * @param alias the label or alias that matched
     * @param entity its id
     */
    public record Place(int at, String alias, String entity) {}

    /**
     * A link that a sentence says.
     *
     * @param link the link
     * @param cue the words that say it
     */
    public record Told(Link link, String cue) {}

    /** Where the sentence of a candidate names what. */
    public List<Place> of(Candidate candidate, Transcript transcript) {
        Candidate.Excerpt excerpt = candidate.excerpt();
        String text = transcript.segments().get(excerpt.segment()).text();
        List<Word> words = Word.all(text.substring(excerpt.start(), excerpt.end()));
        return names.in(words, around(text)).stream()
                .map(each -> new Place(excerpt.start() + words.get(each.from()).start(), each.name(), each.entity()))
                .toList();
    }

    private static Set<String> around(String text) {
        Set<String> around = new HashSet<>();
        Word.all(text).forEach(word -> around.add(word.stem()));
        return around;
    }

    /** The things that a text names. */
    public Set<String> entities(String text) {
        Set<String> entities = new HashSet<>();
        names.in(Word.all(text), around(text)).forEach(each -> entities.add(each.entity()));
        return entities;
    }

    /** What a sentence says of the things that it names. */
    public List<Told> links(String sentence) {
        List<Word> words = Word.all(sentence);
        return linking.links(words, names.in(words, around(sentence))).stream()
                .map(each -> new Told(each.link(), each.cue()))
                .toList();
    }
}
