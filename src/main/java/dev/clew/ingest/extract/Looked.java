package dev.clew.ingest.extract;

import dev.clew.ingest.extract.Linking.Found;
import dev.clew.ingest.extract.Sentences.Sentence;
import dev.clew.model.Belief;
import java.util.List;

/**
 * A sentence with what was found in it.
 *
 * @param sentence the sentence
 * @param words its words
 * @param mentions the entities that it names
 * @param links what it says of them
 * @param belief who believes it
 */
record Looked(Sentence sentence, List<Word> words, List<Mention> mentions, List<Found> links, Belief belief) {
    String text() {
        return sentence.text();
    }

    int length() {
        return (int) words.stream().filter(word -> !word.isMark()).count();
    }
}
