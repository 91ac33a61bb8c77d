package dev.clew.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A path of two steps, the second disputed, in every form a citation has. */
class CitationTest {
    private static final String HERE = "http://clew.example/";

    private static final PathCitation PATH = new PathCitation(
            "More compute → more sovereignty → less alliance; Clew chained 2 claims of 2 voices",
            List.of(
                    new PathCitation.Step(
                            entity("compute", "Compute"),
                            entity("sovereignty", "AI_sovereignty"),
                            new PathCitation.Words("enables", "+"),
                            List.of(1, 2),
                            List.of()),
                    new PathCitation.Step(
                            entity("sovereignty", "AI_sovereignty"),
                            entity("alliance", "Alliance"),
                            new PathCitation.Words("weakens", "-"),
                            List.of(2),
                            List.of(3))),
            List.of(
                    claim(
                            "owned-hardware",
                            "Owning 100% of it is sovereignty.",
                            new PathCitation.Said(Optional.of("Ada"), Optional.of("The White House")),
                            new PathCitation.Passage(
                                    "Episode 7",
                                    Optional.of("2026-03-01"),
                                    Optional.of(754),
                                    Optional.of("http://pod.example/7"))),
                    claim(
                            "both-at-once",
                            "It begins with compute & ends alliances.",
                            new PathCitation.Said(Optional.empty(), Optional.of("China")),
                            new PathCitation.Passage("A brief", Optional.empty(), Optional.empty(), Optional.empty())),
                    claim(
                            "no-such-thing",
                            "Sovereign allies stay.",
                            new PathCitation.Said(Optional.of("Bob"), Optional.of("Bob")),
                            new PathCitation.Passage(
                                    "Episode 8", Optional.of("2026-04-02"), Optional.of(59), Optional.empty()))),
            new PathCitation.Pinned(12, HERE + "paths?asOf=12", "2026-05-06"));

    private static PathCitation.Thing entity(String id, String label) {
        return new PathCitation.Thing(HERE + "entity/" + id, label);
    }

    private static PathCitation.Claim claim(
            String id, String text, PathCitation.Said said, PathCitation.Passage passage) {
        return new PathCitation.Claim(new PathCitation.Thing(HERE + "insight/" + id, text), said, passage);
    }

    @Test
    void textNumbersClaimsAndNotesTheDispute() {
        assertEquals("""
                More compute → more sovereignty → less alliance; Clew chained 2 claims of 2 voices.
                Compute ▲ AI_sovereignty [1][2]
                AI_sovereignty ▼ Alliance [2]; disputed by [3]
                [1] Owning 100% of it is sovereignty. (Ada on what The White House believes, “Episode 7”, 2026-03-01, minute 12) http://clew.example/insight/owned-hardware
                [2] It begins with compute & ends alliances. (China, “A brief”) http://clew.example/insight/both-at-once
                [3] Sovereign allies stay. (Bob, “Episode 8”, 2026-04-02, minute 0) http://clew.example/insight/no-such-thing
                As of change 12: http://clew.example/paths?asOf=12
                """, new CitationText(PATH).plain());
    }

    @Test
    void markdownNumbersClaimsAndNotesTheDispute() {
        assertEquals("""
                **More compute → more sovereignty → less alliance; Clew chained 2 claims of 2 voices.**

                - [Compute](<http://clew.example/entity/compute>) ▲ [AI\\_sovereignty](<http://clew.example/entity/sovereignty>) \\[1\\]\\[2\\]
                - [AI\\_sovereignty](<http://clew.example/entity/sovereignty>) ▼ [Alliance](<http://clew.example/entity/alliance>) \\[2\\]; disputed by \\[3\\]

                1. [Owning 100% of it is sovereignty.](<http://clew.example/insight/owned-hardware>) (Ada on what The White House believes, “Episode 7”, 2026-03-01, minute 12)
                2. [It begins with compute & ends alliances.](<http://clew.example/insight/both-at-once>) (China, “A brief”)
                3. [Sovereign allies stay.](<http://clew.example/insight/no-such-thing>) (Bob, “Episode 8”, 2026-04-02, minute 0)

                As of [change 12](<http://clew.example/paths?asOf=12>)
                """, new CitationText(PATH).markdown());
    }

    @Test
    void bibTexRestsOnTheClaimsThatSupportAndSaysWhatTheOthersDispute() {
        assertEquals("""
                @misc{clew-path-12,
                  title = {More compute → more sovereignty → less alliance; Clew chained 2 claims of 2 voices},
                  howpublished = {Clew, as of change 12},
                  url = {http://clew.example/paths?asOf=12},
                  urldate = {2026-05-06},
                  note = {Rests on [1] owned-hardware, [2] both-at-once. Compute ▲ AI\\_sovereignty [1][2]. AI\\_sovereignty ▼ Alliance [2]; disputed by [3].}
                }
                @misc{owned-hardware,
                  author = {{Ada}},
                  title = {Owning 100\\% of it is sovereignty.},
                  howpublished = {Episode 7},
                  year = {2026},
                  note = {Claim [1]; on what The White House believes; minute 12},
                  url = {http://clew.example/insight/owned-hardware}
                }
                @misc{both-at-once,
                  author = {{China}},
                  title = {It begins with compute \\& ends alliances.},
                  howpublished = {A brief},
                  note = {Claim [2]},
                  url = {http://clew.example/insight/both-at-once}
                }
                @misc{no-such-thing,
                  author = {{Bob}},
                  title = {Sovereign allies stay.},
                  howpublished = {Episode 8},
                  year = {2026},
                  note = {Claim [3]; minute 0; disputes that AI\\_sovereignty ▼ Alliance},
                  url = {http://clew.example/insight/no-such-thing}
                }
                """, new CitationText(PATH).bibTex());
    }

    @Test
    void jsonLdNumbersClaimsAndTellsSupportFromDispute() {
        assertEquals("""
                {"@context":"https://schema.org/","@type":"CreativeWork","@id":"http://clew.example/paths?asOf=12",\
                "name":"More compute → more sovereignty → less alliance; Clew chained 2 claims of 2 voices","version":"12",\
                "about":[{"@type":"Statement","name":"Compute enables AI_sovereignty",\
                "about":{"@id":"http://clew.example/entity/compute","name":"Compute"},\
                "mentions":{"@id":"http://clew.example/entity/sovereignty","name":"AI_sovereignty"},\
                "citation":[{"@id":"http://clew.example/insight/owned-hardware"},{"@id":"http://clew.example/insight/both-at-once"}],\
                "disputedBy":[]},{"@type":"Statement","name":"AI_sovereignty weakens Alliance",\
                "about":{"@id":"http://clew.example/entity/sovereignty","name":"AI_sovereignty"},\
                "mentions":{"@id":"http://clew.example/entity/alliance","name":"Alliance"},\
                "citation":[{"@id":"http://clew.example/insight/both-at-once"}],\
                "disputedBy":[{"@id":"http://clew.example/insight/no-such-thing"}]}],\
                "citation":[{"@type":"Claim","@id":"http://clew.example/insight/owned-hardware",\
                "text":"Owning 100% of it is sovereignty.","creditText":"Ada","author":"The White House",\
                "isPartOf":{"name":"Episode 7","datePublished":"2026-03-01","url":"http://pod.example/7"},"startOffset":754,"position":1},\
                {"@type":"Claim","@id":"http://clew.example/insight/both-at-once",\
                "text":"It begins with compute & ends alliances.","author":"China","isPartOf":{"name":"A brief"},"position":2},\
                {"@type":"Claim","@id":"http://clew.example/insight/no-such-thing","text":"Sovereign allies stay.",\
                "creditText":"Bob","author":"Bob","isPartOf":{"name":"Episode 8","datePublished":"2026-04-02"},"startOffset":59,"position":3}]}""", new CitationData(PATH).jsonLd().toString());
    }

    @Test
    void graphMlGivesEachClaimWholeAndTheStepsItSupportsOrDisputes() {
        String graph = new CitationData(PATH).graphMl();
        assertEquals("""
                <graph id="http://clew.example/paths?asOf=12" edgedefault="directed">\
                <node id="http://clew.example/entity/compute"><data key="kind">entity</data><data key="label">Compute</data></node>\
                <node id="http://clew.example/entity/sovereignty"><data key="kind">entity</data><data key="label">AI_sovereignty</data></node>\
                <node id="http://clew.example/entity/alliance"><data key="kind">entity</data><data key="label">Alliance</data></node>\
                <node id="http://clew.example/insight/owned-hardware"><data key="kind">claim</data>\
                <data key="label">Owning 100% of it is sovereignty.</data><data key="number">1</data><data key="speaker">Ada</data>\
                <data key="holder">The White House</data><data key="source">Episode 7</data><data key="date">2026-03-01</data>\
                <data key="minute">12</data><data key="url">http://pod.example/7</data><data key="supports">1</data></node>\
                <node id="http://clew.example/insight/both-at-once"><data key="kind">claim</data>\
                <data key="label">It begins with compute &amp; ends alliances.</data><data key="number">2</data>\
                <data key="holder">China</data><data key="source">A brief</data><data key="supports">1 2</data></node>\
                <node id="http://clew.example/insight/no-such-thing"><data key="kind">claim</data>\
                <data key="label">Sovereign allies stay.</data><data key="number">3</data><data key="speaker">Bob</data>\
                <data key="holder">Bob</data><data key="source">Episode 8</data><data key="date">2026-04-02</data>\
                <data key="minute">0</data><data key="disputes">2</data></node>\
                <edge source="http://clew.example/entity/compute" target="http://clew.example/entity/sovereignty">\
                <data key="step">1</data><data key="relation">enables</data><data key="sign">+</data>\
                <data key="claims">http://clew.example/insight/owned-hardware http://clew.example/insight/both-at-once</data></edge>\
                <edge source="http://clew.example/entity/sovereignty" target="http://clew.example/entity/alliance">\
                <data key="step">2</data><data key="relation">weakens</data><data key="sign">-</data>\
                <data key="claims">http://clew.example/insight/both-at-once</data>\
                <data key="disputedBy">http://clew.example/insight/no-such-thing</data></edge></graph></graphml>""", graph.substring(graph.indexOf("<graph ")));
    }
}
