package dev.clew.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clew.exchange.RecordJson;
import dev.clew.model.Entity;
import dev.clew.ontology.Base;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which words name an entity, and which only look as if they did. */
class EntityNamesTest {
    private static final RecordJson JSON = new RecordJson(Base.DEFAULT);
    private static final EntityNames NAMES = new EntityNames(Stream.of(
                    entity("norland", "Norland", "Nation", ""),
                    entity("acme", "Acme", "Organization", ""),
                    entity("employment", "Employment", "Concept", "\"jobs\""),
                    entity("drones", "Drones", "Technology", ""),
                    entity("free-code", "Open-source software", "Technology", "\"open source\""),
                    entity("free-models", "Open models", "Technology", "\"open-source models\""),
                    entity("ada", "Ada Lovelace", "Person", ""))
            .toList());

    private static Entity entity(String id, String label, String kind, String alias) {
        String record = "{\"type\":\"entity\",\"source\":\"talk\",\"id\":\"" + id + "\",\"label\":\"" + label
                + "\",\"kind\":\"" + kind + "\",\"aliases\":[" + alias + "]}";
        return (Entity) JSON.read(record.getBytes(StandardCharsets.UTF_8)).record();
    }

    private static String named(String said) {
        return named(said, said);
    }

    private static String named(String said, String around) {
        Set<String> stems = new HashSet<>();
        Word.all(around).forEach(word -> stems.add(word.stem()));
        return String.join(
                " ",
                NAMES.in(Word.all(said), stems).stream().map(Mention::entity).toList());
    }

    @Test
    void aPartOfTheNameOfSomethingElseIsNoName() {
        for (String said : List.of(
                "They passed the Norland Act in May.",
                "They passed the Norland AI Act in May.",
                "He went to North Norland by train.",
                "A model such as Acme Cut Everything is large.")) {
            assertEquals("", named(said), said);
        }
    }

    @Test
    void aNameBesideAnotherOrBesideAnAcronymIsStillOne() {
        assertEquals("norland", named("Norland AI policy is young."));
        assertEquals(
                "norland",
                named("But Norland waits, and I wait for Norland I know.").split(" ")[0]);
        assertEquals("norland acme", named("Norland Acme and others wait."));
        assertEquals("norland", named("They like Norland's Ministry of Trade."));
        assertEquals("ada", named("It was written by Countess Ada Lovelace herself."));
    }

    @Test
    void aWordForManyIsNotSaidOfOne() {
        assertEquals("employment", named("Nobody knows how many jobs will go."));
        assertEquals("", named("It is a tough job to know."));
        assertEquals("drones", named("A drone is cheap."));
    }

    @Test
    void aShortNameMeansWhatTheSentenceIsAbout() {
        assertEquals("free-code", named("Open source wins users everywhere."));
        assertEquals("free-models", named("Many who train models go open source early."));
        assertEquals("free-code", named("Open source software trains many models."));
        assertEquals("", named("Open source wins users.", "Some models cost more. Open source wins users."));
    }

    @Test
    void aHyphenMakesNoOtherName() {
        assertEquals("free-models", named("Open source models are cheap."));
        assertEquals("free-models", named("Open-source models are cheap."));
    }
}
