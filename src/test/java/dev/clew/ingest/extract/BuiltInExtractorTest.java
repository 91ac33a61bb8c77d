package dev.clew.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.exchange.RecordJson;
import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Candidate;
import dev.clew.model.Certainty;
import dev.clew.model.Entity;
import dev.clew.model.Extractor.Extraction;
import dev.clew.model.Extractor.Spoken;
import dev.clew.model.Insight;
import dev.clew.model.Source;
import dev.clew.model.Transcript;
import dev.clew.model.Transcript.Segment;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the rules make of sentences. */
class BuiltInExtractorTest {
    private static final RecordJson JSON = new RecordJson(Base.DEFAULT);
    private static final Source EPISODE = (Source)
            record("{\"type\":\"source\",\"id\":\"talk\",\"kind\":\"Episode\",\"title\":\"T\",\"podcast\":\"p\"}");
    private static final List<Entity> LIBRARY = Stream.of(
                    entity("compute", "Compute", "Resource", "\"computing power\"", ""),
                    entity("sovereignty", "Sovereignty", "Concept", "", ""),
                    entity("regulation", "Regulation", "Policy", "", ""),
                    entity("white-house", "White House", "Organization", "", ""),
                    entity("ada", "Ada Lovelace", "Person", "", ""),
                    entity("mercury-planet", "Mercury", "Concept", "", "A planet that circles near the sun"),
                    entity("mercury-metal", "Mercury", "Resource", "", "A liquid metal used in thermometers"))
            .toList();
    private static final BuiltInExtractor EXTRACTOR =
            new BuiltInExtractor(new Sentences(), LIBRARY, RelationCatalogue.load());

    private static Object record(String json) {
        return JSON.read(json.getBytes(StandardCharsets.UTF_8)).record();
    }

    private static Entity entity(String id, String label, String kind, String alias, String definition) {
        String more = definition.isEmpty() ? "" : ",\"definition\":\"" + definition + '"';
        return (Entity) record("{\"type\":\"entity\",\"source\":\"talk\",\"id\":\"" + id + "\",\"label\":\"" + label
                + "\",\"kind\":\"" + kind + "\",\"aliases\":[" + alias + "]" + more + '}');
    }

    private static Extraction extract(String said) {
        return EXTRACTOR.extract(new Spoken(EPISODE, new Transcript(List.of(new Segment("Ada Lovelace", null, said)))));
    }

    private static Insight only(String said) {
        List<Candidate> found = extract(said).candidates();
        assertEquals(1, found.size(), said);
        return found.getFirst().insight();
    }

    private static String links(String said) {
        return String.join(
                "; ",
                only(said).links().stream()
                        .map(link -> link.subject().entity()
                                + ' '
                                + link.relation()
                                + ' '
                                + link.object().entity()
                                + ' '
                                + link.sign().symbol()
                                + (link.denied() ? " denied" : ""))
                        .toList());
    }

    @Test
    void aLinkHasTheDirectionThatItsWordsHave() {
        String because = ", because every nation needs more of it than before.";
        assertEquals("compute strengthens sovereignty +", links("Computing power strengthens sovereignty" + because));
        assertEquals("compute strengthens sovereignty +", links("Sovereignty is strengthened by compute" + because));
        assertEquals("sovereignty depends-on compute +", links("Sovereignty really depends on the compute" + because));
        assertEquals("regulation restrains compute -", links("Regulation will slow down compute" + because));
    }

    @Test
    void aDenialIsALinkThatIsDeniedAndNeverTheOppositeSign() {
        assertEquals(
                "compute strengthens sovereignty + denied",
                links("Compute does not strengthen sovereignty, because nations rent more of it every year."));
    }

    @Test
    void twoThingsNamedTogetherMakeNoLink() {
        for (String said : List.of(
                "Compute and sovereignty will be more important than regulation in the coming ten years.",
                "The price of compute increases because many think that sovereignty is more important.",
                "Regulation increases the cost of sovereignty projects because they need more compute.")) {
            assertEquals("", links(said), said);
        }
    }

    @Test
    void whoBelievesIsToldApartFromWhoSaysIt() {
        assertEquals(
                new Belief("white-house", "ada", Attribution.REPORTED),
                only("The White House believes that compute will be more important than oil within ten years.")
                        .belief());
        assertEquals(
                new Belief("ada", "ada", Attribution.OWN),
                only("Compute will be more important than oil for every nation within ten years.")
                        .belief());
    }

    @Test
    void reserveIsKeptAsHedged() {
        assertEquals(
                Certainty.HEDGED,
                only("Compute might be more important than oil for every nation within ten years.")
                        .claim()
                        .certainty());
    }

    @Test
    void namesakesAreToldApartByWhatIsSaidAroundThemOrNotNamed() {
        assertEquals(
                List.of("mercury-metal"),
                only("Mercury is a liquid metal that is more dangerous in thermometers than most people think.")
                        .subjects()
                        .mentions());
        assertEquals(
                List.of(),
                only("Mercury is more important to every nation because it is better than the alternatives.")
                        .subjects()
                        .mentions());
    }

    @Test
    void aNumberIsKeptWithItsUnit() {
        assertEquals(
                "[Value[of=compute, value=80000000, unit=USD, when=null]]",
                only("Compute costs about $80 million, which is more than any university will ever have.")
                        .quantities()
                        .toString());
    }

    @Test
    void everyQuoteOccursInTheTranscriptWordForWordAndWhatIsLeftOutIsCounted() {
        String said = "Welcome to the show, it is a pleasure. Is compute more important than sovereignty for us? Yes."
                + " Compute will be more important than oil because every nation needs it for its regulation.";
        Extraction found = extract(said);
        Candidate only = found.candidates().getFirst();
        String quote = said.substring(only.excerpt().start(), only.excerpt().end());
        assertEquals(quote, only.insight().passage().quote());
        assertEquals(
                "Compute will be more important than oil because every nation needs it for its regulation.", quote);
        assertEquals(3, found.dropped().values().stream().mapToInt(each -> each).sum());
        assertTrue(only.why().contains("“Compute” names compute."), only.why()::toString);
    }
}
