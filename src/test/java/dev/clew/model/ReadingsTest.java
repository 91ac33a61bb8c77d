package dev.clew.model;

import static dev.clew.SeedWorld.RELATIONS;
import static dev.clew.SeedWorld.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who is for and against an edge, and what sign that gives; a testimony is written "voice: link". */
class ReadingsTest {
    private static final String RAISES = "compute > increases > power";
    private static final String LOWERS = "compute > reduces > power";

    private static Testimony says(String text) {
        String[] parts = text.split(": ");
        ClaimType type = parts.length == 3 ? ClaimType.valueOf(parts[1]) : ClaimType.REPORT;
        String voice = parts[0];
        Link link = link(parts[parts.length - 1]);
        Evidence evidence = Evidence.insight(
                "i" + Integer.toUnsignedString(text.hashCode()), "brief", new Voice(RecordName.entity(voice)), type);
        return Testimony.of(link, RELATIONS.require(link.relation()), evidence);
    }

    private static Readings of(String... texts) {
        return new Readings(Arrays.stream(texts).map(ReadingsTest::says).toList());
    }

    private static EdgeReading reading(Readings readings, String relation) {
        return readings.readings().stream()
                .filter(each -> each.edge().relation().equals(relation))
                .findFirst()
                .orElseThrow();
    }

    private static String summary(EdgeReading reading) {
        Support support = reading.grounds().support();
        return reading.sign().symbol() + " " + support.voicesFor() + ":" + support.voicesAgainst() + " "
                + support.contestedBy();
    }

    private static String summary(Edge edge) {
        return edge.sign().symbol() + " " + edge.support().voicesFor() + ":"
                + edge.support().voicesAgainst() + " " + edge.support().contestedBy();
    }

    @Test
    void twoMentionsOfOneVoiceAreOneVoice() {
        EdgeReading reading = reading(of("us: " + RAISES + " @united-states", "us: " + RAISES), "increases");
        assertEquals("+ 1:0 null", summary(reading));
        assertEquals(2, reading.grounds().evidence().size());
    }

    @Test
    void theSignWithMoreVoicesWinsAndATieIsOpen() {
        assertEquals("+ 2:1 SIGN", summary(reading(of("a: " + RAISES, "b: " + RAISES, "c: " + LOWERS), "increases")));
        assertEquals("? 1:1 SIGN", summary(reading(of("a: " + RAISES, "c: " + LOWERS), "increases")));
        assertEquals("- 1:2 SIGN", summary(reading(of("a: " + RAISES, "b: " + LOWERS, "c: " + LOWERS), "increases")));
    }

    @Test
    void aDenialIsAVoiceAgainstAndNeverAnOppositeSign() {
        assertEquals("? 1:1 DENIAL", summary(reading(of("a: " + RAISES, "b: !" + RAISES), "increases")));
        assertEquals(
                "? 1:2 DENIAL", summary(reading(of("a: " + RAISES, "b: !" + RAISES, "c: !" + RAISES), "increases")));
        assertEquals("+ 1:0 null", summary(reading(of("a: " + RAISES, "b: !" + LOWERS), "increases")));
    }

    @Test
    void anEdgeWithOnlyDenialsHasNoReadingButIsListed() {
        Readings readings = of("a: !" + RAISES);
        assertEquals(List.of(), readings.readings());
        Edge edge = readings.edges().getFirst();
        assertFalse(edge.isDrawn());
        assertEquals(1, edge.deniedBy().size());
        assertEquals(1, edge.support().voicesAgainst());
    }

    @Test
    void questionsAndRecommendationsCountForNothing() {
        assertEquals(
                List.of(),
                of("a: QUESTION: " + RAISES, "b: RECOMMENDATION: " + RAISES).edges());
    }

    @Test
    void aimsAndForecastsCountAndSaySo() {
        Support support = reading(
                        of("a: AIM: " + RAISES, "b: FORECAST: " + RAISES, "a: FORECAST: " + RAISES), "increases")
                .grounds()
                .support();
        assertEquals(2, support.voicesFor());
        assertEquals(Map.of(ClaimType.AIM, 1, ClaimType.FORECAST, 2), support.byType());
    }

    @Test
    void twoMeaningsOfOneWordAreAFramingNotASignConflict() {
        Readings readings = of(
                "a: sovereignty{owned-hardware} > encourages > stack-alignment @partner-nations",
                "b: sovereignty{as-concern} > restrains > stack-alignment");
        assertEquals("+ 1:0 FRAMING", summary(reading(readings, "encourages")));
        assertEquals("- 1:0 FRAMING", summary(reading(readings, "restrains")));
        assertEquals(
                List.of("+ 1:0 FRAMING", "- 1:0 FRAMING"),
                readings.edges().stream().map(ReadingsTest::summary).toList());
    }

    @Test
    void twoPlacesOrTimesAreAScopeNotASignConflict() {
        assertEquals(
                "+ 1:0 SCOPE",
                summary(reading(of("a: " + RAISES + " @china", "b: " + LOWERS + " @india"), "increases")));
        assertEquals(
                "+ 1:0 SCOPE",
                summary(reading(of("a: " + RAISES + " @2020", "b: " + LOWERS + " @2021/2022"), "increases")));
        assertEquals(
                "? 1:1 SIGN",
                summary(reading(of("a: " + RAISES + " @2020/2021-03", "b: " + LOWERS + " @2021/2022"), "increases")));
    }

    @Test
    void silenceAboutMeaningMeetsEveryMeaning() {
        Readings readings = of("a: compute > increases > power{hard}", "b: " + LOWERS);
        assertEquals("? 1:1 SIGN", summary(reading(readings, "increases")));
    }

    @Test
    void aReadingTakesClaimsThatSayTheSameOrAreSilent() {
        Readings readings =
                of("a: compute > increases > power{hard}", "b: compute > increases > power{soft}", "c: " + RAISES);
        assertEquals(
                List.of("hard 2", "soft 2", "null 1"),
                readings.readings().stream()
                        .map(each -> each.reading().objectFraming() + " " + each.voicesFor())
                        .toList());
    }

    @Test
    void influenceThatRunsBackwardIsComparedAlongTheInfluence() {
        Readings readings = of("a: ai{new} > depends-on > compute", "b: compute > weakens > ai{old}");
        assertEquals("+ 1:0 FRAMING", summary(reading(readings, "depends-on")));
        assertEquals(
                "? 1:1 SIGN",
                summary(reading(of("a: ai > depends-on > compute", "b: compute > weakens > ai"), "weakens")));
    }

    @Test
    void bothDirectionsOfASymmetricRelationAreOneEdge() {
        List<Edge> edges =
                of("a: x > competes-with > y", "b: y > competes-with > x").edges();
        assertEquals(new EdgeName("x", "competes-with", "y"), edges.getFirst().name());
        assertEquals(2, edges.getFirst().evidence().size());
        assertEquals(1, edges.size());
    }

    @Test
    void factsAreEvidenceWithoutVoiceOrSign() {
        Testimony fact = Testimony.of(
                "france", new Fact("member-of", "nato", "un-list", Fact.Period.NONE), RELATIONS.require("member-of"));
        EdgeReading reading = new Readings(List.of(fact)).readings().getFirst();
        assertTrue(reading.isBackground());
        assertEquals("0 0:0 null", summary(reading));
    }

    @Test
    void theOrderOfTestimoniesDoesNotMatter() {
        List<String> texts = new ArrayList<>(List.of(
                "a: " + RAISES,
                "b: " + RAISES + " @china",
                "c: " + LOWERS,
                "d: !" + RAISES + " @2020",
                "e: compute > strengthens > power{hard}",
                "f: ~" + RAISES));
        Readings expected = of(texts.toArray(String[]::new));
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(texts, random);
            Readings shuffled = of(texts.toArray(String[]::new));
            assertEquals(expected.readings(), shuffled.readings());
            assertEquals(expected.edges(), shuffled.edges());
        }
    }
}
