package dev.clew.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clew.SeedWorld;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Links read back in words. */
class LinkSentenceTest {
    private static final Map<String, String> LABELS =
            Map.of("white-house", "the White House", "ada", "Ada", "partner-nations", "partner nations");
    private static final LinkSentence SENTENCES = new LinkSentence(
            SeedWorld.RELATIONS,
            id -> LABELS.getOrDefault(id, id.replace('-', ' ')),
            (entity, framing) -> "as " + framing.replace('-', ' '));
    private static final Belief NOBODY = new Belief(null, null, Attribution.OWN);

    private static String read(String line, Belief belief) {
        return SENTENCES.of(LinkLine.parse(line).link(SeedWorld.RELATIONS, name -> name), belief);
    }

    @Test
    void anInfluenceReadsAsMoreOfOneAndMoreOrLessOfTheOther() {
        assertEquals(
                "More compute → more sovereignty (as owned hardware), believed by the White House",
                read(
                        "compute > enables > sovereignty{owned-hardware}",
                        new Belief("white-house", "ada", Attribution.OWN)));
        assertEquals("More cloud access → less sovereignty", read("cloud-access > weakens > sovereignty", NOBODY));
    }

    @Test
    void whatRunsBackwardIsReadAlongItsInfluence() {
        assertEquals("More electricity → more compute", read("compute > depends-on > electricity", NOBODY));
    }

    @Test
    void denialScopeAndWhoConcludesItAreSaid() {
        assertEquals(
                "It does not hold that: More compute → more alliance, where: partner nations, when: 2030,"
                        + " on condition: prices fall, believed by the White House as Ada concludes",
                read(
                        "!compute > enables > alliance @partner-nations @2030 @\"prices fall\"",
                        new Belief("white-house", "ada", Attribution.INFERRED)));
        assertEquals("More a → more b, said by Ada", read("a > enables > b", new Belief(null, "ada", Attribution.OWN)));
    }

    @Test
    void withoutDirectionTheWordsOfTheRelationStand() {
        assertEquals("compute enables alliance", read("~compute > enables > alliance", NOBODY));
        assertEquals("france member of nato", read("france > member-of > nato", NOBODY));
    }

    @Test
    void anActSaysWhoDoesWhatAndWhatComesOfIt() {
        assertEquals("china promotes open models → more open models", read("china > promotes > open-models", NOBODY));
    }
}
