package dev.clew.insight;

import static dev.clew.search.SearchWorld.about;
import static dev.clew.search.SearchWorld.claim;
import static dev.clew.search.SearchWorld.document;
import static dev.clew.search.SearchWorld.entity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.EntityKind;
import dev.clew.model.ErrorCode;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Sign;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.ontology.ShippedLibrary;
import dev.clew.projection.RandomLibrary;
import dev.clew.search.LuceneSearch;
import dev.clew.search.SearchProjection;
import dev.clew.search.SearchWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelatedInsightsTest {
    private static final Link ENABLES = Link.of("compute", "enables", "sovereignty", Sign.PLUS);

    private static final Pattern NAMED = Pattern.compile("“([^”]+)”");

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
        return new RelatedInsights(
                new LuceneSearch(world.projection(), RelationCatalogue.load()), RelationCatalogue.load());
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
            assertEquals(List.of(new Reason.SharedPair("compute", "sovereignty")), two.reasons());
            assertEquals("Both link “Compute” to “Sovereignty”.", two.why());
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
                        about(claim("common-too", "Common.", "other", null), "compute"),
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
                        claim("c-near", "Near.", ENABLES))) {
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
    void everyReasonIsTrueOfBothRecordsAndTheAnswerIsTheSameAfterARebuild() {
        RandomLibrary library = new RandomLibrary(3, 60);
        try (SearchProjection applied = new SearchProjection(directory.resolve("applied"));
                SearchProjection rebuilt = new SearchProjection(directory.resolve("rebuilt"))) {
            library.changes(80).forEach(change -> applied.apply(List.of(change)));
            rebuilt.rebuild(library.published(), library.head());
            Map<String, Insight> insights = library.published()
                    .flatMap(change -> change.record().stream())
                    .filter(Insight.class::isInstance)
                    .map(Insight.class::cast)
                    .collect(Collectors.toMap(Insight::id, insight -> insight));
            RelatedInsights one = over(applied);
            RelatedInsights other = over(rebuilt);
            int pairs = 0;
            for (Insight insight : insights.values()) {
                List<Related> related = one.related(insight.id(), 50);
                assertEquals(related, other.related(insight.id(), 50));
                assertEquals(
                        related.stream()
                                .sorted(Comparator.comparingDouble(Related::score)
                                        .reversed())
                                .toList(),
                        related);
                for (Related each : related) {
                    pairs++;
                    assertTrue(each.reasons().stream().anyMatch(reason -> !(reason instanceof Reason.SameSource)));
                    each.reasons()
                            .forEach(reason -> assertTrue(
                                    holds(reason, insight, insights.get(each.insight())), reason.toString()));
                    assertFalse(each.why().isBlank());
                }
            }
            assertTrue(pairs > 50, "only " + pairs + " related pairs");
        }
    }

    private static RelatedInsights over(SearchProjection projection) {
        return new RelatedInsights(new LuceneSearch(projection, RelationCatalogue.load()), RelationCatalogue.load());
    }

    private static boolean holds(Reason reason, Insight one, Insight other) {
        return switch (reason) {
            case Reason.SharedEntity shared ->
                one.entities().contains(shared.entity()) && other.entities().contains(shared.entity());
            case Reason.SharedPair pair -> links(one, pair) && links(other, pair);
            case Reason.SharedLink link -> stances(one, link) && stances(other, link);
            case Reason.Supports said ->
                by(said.from(), one, other).references().supports().contains(said.to());
            case Reason.Contradicts said ->
                by(said.from(), one, other).references().contradicts().contains(said.to());
            case Reason.SameSource same ->
                one.passage().source().equals(same.source())
                        && other.passage().source().equals(same.source());
        };
    }

    private static Insight by(String id, Insight one, Insight other) {
        return one.id().equals(id) ? one : other;
    }

    @Test
    void inTheShippedLibraryEveryReasonHoldsAndEverySentenceNamesOnlyWhatBothClaimsHold() throws IOException {
        List<ClewRecord> records = ShippedLibrary.records(Base.DEFAULT);
        Map<RecordName, ClewRecord> byName = records.stream().collect(Collectors.toMap(ClewRecord::name, each -> each));
        int pairs = 0;
        try (SearchWorld shipped = new SearchWorld(directory).publish(records.toArray(ClewRecord[]::new))) {
            RelatedInsights related = over(shipped.projection());
            for (ClewRecord record : records) {
                if (record instanceof Insight insight) {
                    for (Related each : related.related(insight.id(), 10)) {
                        Insight other = (Insight) byName.get(RecordName.insight(each.insight()));
                        pairs++;
                        each.reasons()
                                .forEach(reason ->
                                        assertTrue(holds(reason, insight, other), insight.id() + ": " + reason));
                        Matcher named = NAMED.matcher(each.why());
                        while (named.find()) {
                            String label = named.group(1);
                            assertTrue(labels(insight, byName).contains(label), insight.id() + ": " + each.why());
                            assertTrue(labels(other, byName).contains(label), other.id() + ": " + each.why());
                        }
                    }
                }
            }
        }
        assertTrue(pairs > 1000, "only " + pairs + " related pairs");
    }

    /** The labels of everything that a claim names, its source among them. */
    private static Set<String> labels(Insight insight, Map<RecordName, ClewRecord> byName) {
        return Stream.concat(
                        insight.entities().stream().map(RecordName::entity),
                        Stream.of(RecordName.source(insight.passage().source())))
                .map(name -> byName.get(name).headline())
                .collect(Collectors.toSet());
    }

    private static boolean links(Insight insight, Reason.SharedPair pair) {
        return insight.links().stream()
                .anyMatch(link -> link.subject().entity().equals(pair.entity())
                        && link.object().entity().equals(pair.with()));
    }

    private static boolean stances(Insight insight, Reason.SharedLink shared) {
        return insight.links().stream()
                .filter(link -> link.subject().entity().equals(shared.subject())
                        && link.relation().equals(shared.relation())
                        && link.object().entity().equals(shared.object()))
                .anyMatch(link -> switch (shared.stance()) {
                    case BOTH_ASSERT -> !link.denied();
                    case BOTH_DENY -> link.denied();
                    case OPPOSED -> true;
                });
    }

    @Test
    void aRetractedClaimIsNoLongerRelated() {
        try (SearchWorld world = world().publish(claim("one", "One.", ENABLES), claim("same", "Same.", ENABLES))
                .retract(RecordName.insight("same"))) {
            assertEquals(List.of(), related(world).related("one", 10));
        }
    }
}
