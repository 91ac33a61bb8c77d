package dev.clew.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.exchange.RecordJson;
import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Candidate;
import dev.clew.model.Entity;
import dev.clew.model.Extractor;
import dev.clew.model.Extractor.Extraction;
import dev.clew.model.Extractor.Spoken;
import dev.clew.model.Insight;
import dev.clew.model.Passage.Span;
import dev.clew.model.Relations;
import dev.clew.model.Source;
import dev.clew.model.Transcript;
import dev.clew.model.Transcript.Segment;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every extractor; the language model is a server of this machine that gives good answers and bad ones. */
class ExtractorContractTest {
    static final RecordJson JSON = new RecordJson(Base.DEFAULT);
    static final Relations RELATIONS = RelationCatalogue.load();
    static final Sentences SENTENCES = new Sentences();
    static final Source EPISODE = (Source)
            record("{\"type\":\"source\",\"id\":\"talk\",\"kind\":\"Episode\",\"title\":\"T\",\"podcast\":\"p\"}");
    static final List<Entity> LIBRARY = Stream.of(
                    entity("compute", "Compute", "Resource"),
                    entity("sovereignty", "Sovereignty", "Concept"),
                    entity("regulation", "Regulation", "Policy"),
                    entity("white-house", "White House", "Organization"),
                    entity("ada", "Ada Lovelace", "Person"))
            .toList();

    static final String RAISES = "Compute strengthens sovereignty, because every nation needs more of it than before.";
    static final String DENIES = "Compute does not strengthen sovereignty, because nations rent more of it every year.";
    static final String BELIEVES =
            "The White House believes that compute will be more important than oil within ten years.";
    static final String TOGETHER =
            "Compute and sovereignty will be more important than regulation in the coming ten years.";
    private static final List<String> TALK = List.of(
            "Welcome to the show, it is a pleasure to have you here. " + RAISES, DENIES, BELIEVES + ' ' + TOGETHER);

    private static final String TIE =
            "{\"subject\":\"compute\",\"relation\":\"strengthens\",\"object\":\"sovereignty\"";
    private static final Map<String, String> ANSWERS = Map.of(
            RAISES,
            claim(RAISES, "", TIE + ",\"denied\":false,\"words\":\"strengthens\"}"),
            DENIES,
            claim(DENIES, "", TIE + ",\"denied\":true,\"words\":\"does not strengthen\"}"),
            BELIEVES,
            claim(
                    BELIEVES,
                    "White House",
                    "{\"subject\":\"compute\",\"relation\":\"strengthens\",\"object\":\"oil\",\"denied\":false,\"words\":\"will be\"}"),
            TOGETHER,
            claim(TOGETHER, "", TIE + ",\"denied\":false,\"words\":\"and\"}"));
    private static final String INVENTED = claim("Everybody agrees that compute is the new oil of nations.", "", "");

    @TempDir
    static Path kept;

    private static FakeModelServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new FakeModelServer(part -> answer(Stream.concat(
                        Stream.of(INVENTED),
                        ANSWERS.keySet().stream()
                                .filter(part::contains)
                                .sorted()
                                .map(ANSWERS::get))
                .toArray(String[]::new)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Object record(String json) {
        return JSON.read(json.getBytes(StandardCharsets.UTF_8)).record();
    }

    private static Entity entity(String id, String label, String kind) {
        return (Entity) record("{\"type\":\"entity\",\"source\":\"talk\",\"id\":\"" + id + "\",\"label\":\"" + label
                + "\",\"kind\":\"" + kind + "\"}");
    }

    static String claim(String quote, String holder, String link) {
        return "{\"quote\":\"" + quote + "\",\"claim\":\"" + quote
                + "\",\"type\":\"forecast\",\"hedged\":false,\"holder\":\"" + holder
                + "\",\"worth\":4,\"why\":\"It says what follows.\",\"links\":[" + link + "]}";
    }

    static String answer(String... claims) {
        return "{\"claims\":[" + String.join(",", claims) + "]}";
    }

    static Stream<Extractor> extractors() {
        return Stream.of(
                new BuiltInExtractor(SENTENCES, LIBRARY, RELATIONS),
                new LanguageModelExtractor(
                        server.settings(),
                        new LanguageModelExtractor.Knows(SENTENCES, LIBRARY, RELATIONS),
                        new KeptAnswers(kept)));
    }

    private static Spoken spoken() {
        List<Segment> segments = TALK.stream()
                .map(text -> new Segment("Ada Lovelace", new Span(100, 160, null), text))
                .toList();
        return new Spoken(EPISODE, new Transcript(segments));
    }

    private static Insight saying(String quote, Extractor extractor) {
        return extractor.extract(spoken()).candidates().stream()
                .map(Candidate::insight)
                .filter(each -> quote.equals(each.passage().quote()))
                .findFirst()
                .orElseThrow();
    }

    private static String links(Insight insight) {
        return insight.links().stream()
                .map(each -> each.subject().entity()
                        + ' '
                        + each.relation()
                        + ' '
                        + each.object().entity()
                        + ' '
                        + each.sign().symbol()
                        + (each.denied() ? " denied" : ""))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @MethodSource("extractors")
    void everyQuoteStandsInTheTranscriptWordForWordWhereItIsSaidToStand(Extractor extractor) {
        List<Candidate> found = extractor.extract(spoken()).candidates();
        assertEquals(4, found.size());
        for (Candidate each : found) {
            String text = TALK.get(each.excerpt().segment());
            assertEquals(
                    text.substring(each.excerpt().start(), each.excerpt().end()),
                    each.insight().passage().quote());
            Span span = each.insight().passage().span();
            assertTrue(span != null && span.start() >= 100 && span.start() < 160, String.valueOf(span));
            assertEquals("ada", each.insight().belief().speaker());
        }
    }

    @ParameterizedTest
    @MethodSource("extractors")
    void aLinkIsSaidByTheQuoteWithItsDirectionAndWhetherItIsDenied(Extractor extractor) {
        assertEquals("compute strengthens sovereignty +", links(saying(RAISES, extractor)));
        assertEquals("compute strengthens sovereignty + denied", links(saying(DENIES, extractor)));
    }

    @ParameterizedTest
    @MethodSource("extractors")
    void twoThingsNamedTogetherMakeNoLinkAndNothingUnknownIsLinked(Extractor extractor) {
        assertEquals("", links(saying(TOGETHER, extractor)));
        assertEquals("", links(saying(BELIEVES, extractor)));
    }

    @ParameterizedTest
    @MethodSource("extractors")
    void whoBelievesIsToldApartFromWhoSaysIt(Extractor extractor) {
        assertEquals(
                new Belief("white-house", "ada", Attribution.REPORTED),
                saying(BELIEVES, extractor).belief());
        assertEquals(
                new Belief("ada", "ada", Attribution.OWN),
                saying(TOGETHER, extractor).belief());
    }

    @ParameterizedTest
    @MethodSource("extractors")
    void theBestComeFirstEachOnceWithReasonsAndWhatIsLeftOutIsCounted(Extractor extractor) {
        Extraction found = extractor.extract(spoken());
        List<Candidate> all = found.candidates();
        assertEquals(
                all,
                all.stream()
                        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                        .toList());
        assertEquals(
                all.size(),
                all.stream().map(each -> each.insight().id()).distinct().count());
        assertTrue(all.stream()
                .noneMatch(each -> each.why().isEmpty() || each.rules().isEmpty()));
        assertFalse(found.dropped().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("extractors")
    void theSameTranscriptGivesTheSameAndAllOfItCanBeSentBack(Extractor extractor) {
        Extraction found = extractor.extract(spoken());
        assertEquals(found, extractor.extract(spoken()));
        for (Candidate each : found.candidates()) {
            assertEquals(each.insight(), JSON.read(JSON.line(each.insight())).record());
        }
    }

    @ParameterizedTest
    @MethodSource("extractors")
    void nothingComesOfNothingOrOfWhatIsCancelled(Extractor extractor) {
        Extraction nothing = new Extraction(List.of(), Map.of());
        assertEquals(nothing, extractor.extract(new Spoken(EPISODE, new Transcript(List.of()))));
        assertEquals(nothing, extractor.extract(new Spoken(EPISODE, spoken().transcript(), () -> true)));
    }
}
