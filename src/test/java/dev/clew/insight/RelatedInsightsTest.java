package dev.clew.insight;

import static dev.clew.search.SearchWorld.about;
import static dev.clew.search.SearchWorld.claim;
import static dev.clew.search.SearchWorld.document;
import static dev.clew.search.SearchWorld.entity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.Backings;
import dev.clew.model.ClewException;
import dev.clew.model.EntityKind;
import dev.clew.model.ErrorCode;
import dev.clew.model.InsightReferences;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.search.ConceptEmbedder;
import dev.clew.search.LuceneNearDuplicates;
import dev.clew.search.LuceneSearch;
import dev.clew.search.SearchWorld;
import dev.clew.search.meaning.Embedding;
import dev.clew.search.meaning.Meaning;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelatedInsightsTest {
    private static final Link ENABLES = Link.of("compute", "enables", "sovereignty", Sign.PLUS);

    @TempDir
    Path directory;

    private SearchWorld world() {
        return new SearchWorld(directory)
                .publish(
                        document("brief", null),
                        document("other", null),
                        entity("compute", EntityKind.RESOURCE, "Compute"),
                        entity("sovereignty", EntityKind.CONCEPT, "Sovereignty"),
                        entity("alliance", EntityKind.ALLIANCE, "Alliance"),
                        entity("helium", EntityKind.RESOURCE, "Helium"),
                        entity("hub", EntityKind.CONCEPT, "Artificial intelligence"));
    }

    private static RelatedInsights related(SearchWorld world) {
        return related(world, Meaning.off());
    }

    private static RelatedInsights related(SearchWorld world, Meaning meaning) {
        Relations relations = RelationCatalogue.load();
        return new RelatedInsights(
                new LuceneSearch(world.projection(), relations, meaning, Backings.NONE),
                new LuceneNearDuplicates(world.projection(), relations, meaning),
                relations);
    }

    private static List<String> ids(List<Related> related) {
        return related.stream().map(Related::insight).toList();
    }

    @Test
    void aSharedLinkIsAReasonAndADenialOfItAStrongerOne() {
        try (SearchWorld world = world().publish(
                        claim("one", "One.", ENABLES),
                        claim("same", "Same.", "other", null, ENABLES),
                        claim("contrary", "Contrary.", "other", null, ENABLES.deny()))) {
            List<Related> related = related(world).related("one", 10);
            assertEquals(List.of("contrary", "same"), ids(related));
            assertEquals(
                    List.of(new Reason.SharedLink("compute", "enables", "sovereignty", Reason.Stance.OPPOSED)),
                    related.get(0).reasons());
            assertEquals(
                    "One holds and one denies the link: “Compute” enables “Sovereignty”.",
                    related.get(0).why());
            assertEquals(
                    "Both hold the link: “Compute” enables “Sovereignty”.",
                    related.get(1).why());
            assertEquals(
                    Map.of(
                            "kind", "shared-link",
                            "subject", "compute",
                            "relation", "enables",
                            "object", "sovereignty",
                            "stance", "both-assert"),
                    related.get(1).reasons().getFirst().parts());
        }
    }

    @Test
    void theSamePairByOtherRelationsIsAReason() {
        Link weakens = Link.of("compute", "weakens", "sovereignty", Sign.MINUS);
        try (SearchWorld world =
                world().publish(claim("one", "One.", ENABLES), claim("two", "Two.", "other", null, weakens))) {
            Related two = related(world).related("one", 10).getFirst();
            assertEquals(List.of(new Reason.SharedPair("compute", "sovereignty", true)), two.reasons());
            assertEquals("Both link “Compute” to “Sovereignty”, one as raising it and one as lowering it.", two.why());
        }
    }

    @Test
    void whoSaysTheOppositeOfOneEffectComesBeforeWhoSaysTheSameByAnotherRelation() {
        Link weakens = Link.of("compute", "weakens", "sovereignty", Sign.MINUS);
        Link strengthens = Link.of("compute", "strengthens", "sovereignty", Sign.PLUS);
        Link silent = new Link(
                weakens.subject(),
                weakens.relation(),
                weakens.object(),
                new Link.Stance(Sign.ZERO, false),
                weakens.scope());
        try (SearchWorld world = world().publish(
                        claim("one", "One.", ENABLES),
                        claim("a-same", "Same.", "other", null, strengthens),
                        claim("b-silent", "Silent.", "other", null, silent),
                        claim("contrary", "Contrary.", "other", null, weakens))) {
            List<Related> related = related(world).related("one", 10);
            assertEquals(List.of("contrary", "a-same", "b-silent"), ids(related));
            assertEquals(
                    List.of(new Reason.SharedPair("compute", "sovereignty", false)),
                    related.get(1).reasons());
            assertEquals("Both link “Compute” to “Sovereignty”.", related.get(2).why());
        }
    }

    @Test
    void oneHolderOnOneQuestionIsSaidAndRanksHigher() {
        try (SearchWorld world = world().publish(
                        claim("one", "One.", "brief", "alliance", ENABLES),
                        claim("a-other", "Other.", "other", "helium", ENABLES),
                        claim("b-again", "Again.", "other", "alliance", ENABLES),
                        claim("c-elsewhere", "Elsewhere.", "other", "alliance"))) {
            List<Related> related = related(world).related("one", 10);
            assertEquals(List.of("b-again", "a-other"), ids(related));
            assertEquals(
                    List.of(
                            new Reason.SharedLink("compute", "enables", "sovereignty", Reason.Stance.BOTH_ASSERT),
                            new Reason.SameHolder("alliance", "compute", "sovereignty")),
                    related.getFirst().reasons());
            assertEquals(
                    "Both hold the link: “Compute” enables “Sovereignty”. Both are believed by “Alliance”.",
                    related.getFirst().why());
        }
    }

    @Test
    void whatRefinesAClaimIsNamedFromBothSides() {
        InsightReferences references =
                new InsightReferences(List.of(), List.of(), List.of("rough"), List.of(), List.of());
        try (SearchWorld world = world().publish(
                        claim("rough", "Rough.", "other", null),
                        SmallWorld.withReferences(claim("exact", "Exact."), references))) {
            Related rough = related(world).related("exact", 10).getFirst();
            assertEquals(List.of(new Reason.Refines("exact", "rough")), rough.reasons());
            assertEquals("The claim you read refines it.", rough.why());
            assertEquals(
                    "It refines the claim you read.",
                    related(world).related("rough", 10).getFirst().why());
        }
    }

    @Test
    void whatIsNearInMeaningIsFoundBelowAllThatSharesSomething() {
        try (SearchWorld world = world().publish(
                        about(claim("one", "Washington limits exports of chips."), "helium"),
                        about(claim("topic", "Balloons need gas.", "other", null), "helium"),
                        claim("near", "America limits exports of semiconductors.", "other", null),
                        claim("far", "Fish swim in rivers.", "other", null))) {
            assertEquals(List.of("topic"), ids(related(world).related("one", 10)));
            Embedding.Setup setup = new Embedding.Setup(
                    () -> new ConceptEmbedder("one"), world.projection(), directory.resolve("vectors"), () -> false);
            try (Meaning meaning = Meaning.start(setup)) {
                assertTrue(meaning.awaitCaughtUp(20_000));
                List<Related> related = related(world, meaning).related("one", 10);
                assertEquals(List.of("topic", "near"), ids(related));
                assertEquals(
                        List.of(new Reason.SimilarText(100)), related.getLast().reasons());
                assertEquals(
                        "Both are near in meaning (100 of 100).",
                        related.getLast().why());
            }
        }
    }

    @Test
    void claimsThatSayTheSameStandOnceAndNameTheOthers() {
        String text = "Compute makes a nation sovereign.";
        try (SearchWorld world = world().publish(
                        claim("one", "One.", ENABLES),
                        claim("a-first", text, "other", null, ENABLES),
                        claim("b-again", "Compute makes a nation sovereign!", "other", null, ENABLES),
                        claim("c-denies", "Compute makes no nation sovereign.", "other", null, ENABLES.deny()),
                        claim("d-else", "Something else altogether.", "other", null, ENABLES),
                        claim("e-more", text, "other", null, ENABLES))) {
            List<Related> related = related(world).related("one", 2);
            assertEquals(List.of("c-denies", "a-first"), ids(related));
            assertEquals(List.of("b-again", "e-more"), related.getLast().alsoSaidBy());
            assertEquals(List.of(), related.getFirst().alsoSaidBy());
            assertEquals(
                    List.of("c-denies", "a-first", "d-else"), ids(related(world).related("one", 10)));
        }
    }

    @Test
    void whatOneSaysOfTheOtherComesFirstFromBothSides() {
        InsightReferences references =
                new InsightReferences(List.of("ground"), List.of("rival"), List.of(), List.of(), List.of());
        try (SearchWorld world = world().publish(
                        claim("ground", "Ground."),
                        claim("rival", "Rival.", "other", null),
                        SmallWorld.withReferences(claim("one", "One."), references))) {
            List<Related> related = related(world).related("one", 10);
            assertEquals(List.of("ground", "rival"), ids(related));
            assertEquals(
                    "The claim you read supports it. Both are from “The brief”.",
                    related.get(0).why());
            assertEquals("The claim you read contradicts it.", related.get(1).why());
            assertEquals(
                    List.of(new Reason.Contradicts("one", "rival")),
                    related(world).related("rival", 10).getFirst().reasons());
            assertEquals(
                    "It contradicts the claim you read.",
                    related(world).related("rival", 10).getFirst().why());
        }
    }

    @Test
    void aRarerSharedEntityRanksHigher() {
        try (SearchWorld world = world().publish(
                        about(claim("one", "One."), "helium", "compute"),
                        about(claim("common", "Common.", "other", null), "compute"),
                        about(claim("common-too", "Usual.", "other", null), "compute"),
                        about(claim("rare", "Rare.", "other", null), "helium"))) {
            assertEquals(
                    List.of("rare", "common", "common-too"), ids(related(world).related("one", 10)));
        }
    }

    @Test
    void aHubAloneIsNoReasonAndNeitherIsTheSource() {
        SearchWorld filled = world();
        for (int i = 0; i < 30; i++) {
            filled.publish(about(claim("filler" + i, "Filler."), "hub"));
        }
        try (SearchWorld world = filled.publish(
                about(claim("one", "One."), "hub", "helium"), about(claim("two", "Two."), "hub", "helium"))) {
            List<Related> related = related(world).related("one", 50);
            assertEquals(List.of("two"), ids(related));
            assertEquals(
                    "Both are about “Helium” and “Artificial intelligence”. Both are from “The brief”.",
                    related.getFirst().why());
            assertEquals(List.of(), related(world).related("filler3", 10));
        }
    }

    @Test
    void aTieIsDecidedByTheSameSourceThenById() {
        try (SearchWorld world = world().publish(
                        claim("one", "One.", ENABLES),
                        claim("a-far", "Far.", "other", null, ENABLES),
                        claim("b-near", "Near.", ENABLES),
                        claim("c-near", "Close.", ENABLES))) {
            assertEquals(
                    List.of("b-near", "c-near", "a-far"), ids(related(world).related("one", 10)));
        }
    }

    @Test
    void anUnknownInsightAndABadLimitAreRefused() {
        try (SearchWorld world = world()) {
            RelatedInsights related = related(world);
            assertEquals(
                    ErrorCode.NOT_FOUND,
                    assertThrows(ClewException.class, () -> related.related("none", 5))
                            .code());
            assertEquals(
                    ErrorCode.BAD_REQUEST,
                    assertThrows(ClewException.class, () -> related.related("none", 0))
                            .code());
            assertEquals(
                    ErrorCode.BAD_REQUEST,
                    assertThrows(ClewException.class, () -> related.related("none", 51))
                            .code());
        }
    }

    @Test
    void aRetractedClaimIsNoLongerRelated() {
        try (SearchWorld world = world().publish(claim("one", "One.", ENABLES), claim("same", "Same.", ENABLES))
                .retract(RecordName.insight("same"))) {
            assertEquals(List.of(), related(world).related("one", 10));
        }
    }
}
