package dev.clew.model;

import static dev.clew.SeedWorld.claim;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whose voice a claim is. */
class OriginsTest {
    private static final Map<String, List<String>> SPEAKS_FOR = Map.of(
            "kratsios", List.of("white-house"),
            "white-house", List.of("usa"),
            "one", List.of("other"),
            "other", List.of("one"),
            "envoy", List.of("union", "bloc"));

    private static Voice own(Insight insight) {
        return Origins.own(insight.belief(), insight.passage().source(), id -> SPEAKS_FOR.getOrDefault(id, List.of()));
    }

    private static Voice entity(String id) {
        return new Voice(RecordName.entity(id));
    }

    private static final Voice BRIEF = new Voice(RecordName.source("seed-brief"));

    @Test
    void itIsTheHolderWhenOwnOrReported() {
        assertEquals(entity("china"), own(claim("a").own("china", "anybody").links()));
        assertEquals(entity("china"), own(claim("a").reported("china").links()));
    }

    @Test
    void itIsTheSpeakerWhenInferredAndNeverTheHolder() {
        assertEquals(entity("host"), own(claim("a").inferred("china", "host").links()));
        assertEquals(BRIEF, own(claim("a").inferred("china", null).links()));
    }

    @Test
    void itIsTheSpeakerWhenNoHolderIsKnownAndTheSourceWhenNobodyIs() {
        assertEquals(entity("host"), own(claim("a").own(null, "host").links()));
        assertEquals(BRIEF, own(claim("a").links()));
    }

    @Test
    void whoSpeaksForABodyHasItsVoiceFollowedToTheEnd() {
        assertEquals(entity("usa"), own(claim("a").reported("kratsios").links()));
        assertEquals(
                entity("usa"), own(claim("a").inferred("china", "white-house").links()));
    }

    @Test
    void circlesAndSeveralBodiesEndAtTheAlphabeticallyFirst() {
        assertEquals(entity("one"), own(claim("a").reported("other").links()));
        assertEquals(entity("one"), own(claim("a").reported("one").links()));
        assertEquals(entity("bloc"), own(claim("a").reported("envoy").links()));
    }

    @Test
    void anInsightThatCitesHasTheVoiceOfWhatItCites() {
        Map<String, List<String>> cites = Map.of("echo", List.of("middle"), "middle", List.of("root"));
        assertEquals(entity("root"), voice("echo", cites));
        assertEquals(entity("root"), voice("middle", cites));
        assertEquals(entity("root"), voice("root", cites));
    }

    @Test
    void citingInACircleIsOneVoice() {
        Map<String, List<String>> cites =
                Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("a"), "d", List.of("c"));
        for (String each : List.of("a", "b", "c", "d")) {
            assertEquals(entity("a"), voice(each, cites));
        }
    }

    @Test
    void theOrderOfCitationsDoesNotMatter() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Map<String, List<String>> cites = new TreeMap<>();
            Map<String, List<String>> shuffled = new TreeMap<>();
            for (int i = 0; i < 8; i++) {
                List<String> targets = new ArrayList<>();
                for (int j = 0; j < random.nextInt(3); j++) {
                    targets.add("i" + random.nextInt(8));
                }
                cites.put("i" + i, targets);
                List<String> other = new ArrayList<>(targets);
                Collections.shuffle(other, random);
                shuffled.put("i" + i, other);
            }
            for (int i = 0; i < 8; i++) {
                assertEquals(voice("i" + i, cites), voice("i" + i, shuffled));
            }
        }
    }

    private static Voice voice(String insight, Map<String, List<String>> cites) {
        return Origins.voice(insight, id -> cites.getOrDefault(id, List.of()), OriginsTest::entity);
    }
}
