package dev.clew.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import dev.clew.model.ErrorCode;
import dev.clew.model.Fact;
import dev.clew.model.Framing;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Link;
import dev.clew.model.Problem;
import dev.clew.model.Scope;
import dev.clew.model.Sign;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import dev.clew.model.Subjects;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the one door refuses; after each refusal the ledger is as it was. */
class DoorTest extends LedgerTestBase {
    private Position before;
    private List<RecordChange> recordsBefore;

    @BeforeEach
    void fill() {
        commitSmallWorld();
        before = ledger.head();
        recordsBefore = published();
    }

    @AfterEach
    void nothingWasWritten() {
        assertEquals(before, ledger.head());
        assertEquals(recordsBefore, published());
    }

    private Problem refusedAlone(ClewRecord record) {
        ClewException refusal = refused(ErrorCode.INVALID, () -> commit(RecordEdit.replace(record)));
        assertEquals(1, refusal.problems().size(), refusal.getMessage());
        return refusal.problems().getFirst();
    }

    private static Insight linking(Link link) {
        return SmallWorld.insight("new", link);
    }

    @Test
    void aLinkToAnUnknownEntity() {
        Problem problem = refusedAlone(linking(Link.of("compute", "enables", "nothing", Sign.PLUS)));
        assertEquals("links[0].object", problem.path());
        assertEquals("nothing", problem.value());
    }

    @Test
    void aSignOppositeToTheRelation() {
        Problem problem = refusedAlone(linking(Link.of("compute", "enables", "alliance", Sign.MINUS)));
        assertEquals("links[0].sign", problem.path());
        assertTrue(problem.message().contains("+ or 0"), problem.message());
    }

    @Test
    void anUnknownRelation() {
        assertEquals(
                "links[0].relation",
                refusedAlone(linking(Link.of("compute", "dances-with", "alliance", Sign.ZERO)))
                        .path());
    }

    @Test
    void aFramingThatTheEntityDoesNotHave() {
        Link link = new Link(
                Link.End.of("compute"),
                "enables",
                new Link.End("sovereignty", "as-a-song"),
                new Link.Stance(Sign.PLUS, false),
                Scope.NONE);
        Problem problem = refusedAlone(linking(link));
        assertEquals("links[0].objectFraming", problem.path());
        assertTrue(problem.message().contains("owned-hardware, self-reliance"), problem.message());
    }

    @Test
    void aTopicThatIsNoConcept() {
        Insight plain = SmallWorld.insight("new");
        Insight filed = new Insight(
                plain.id(),
                plain.claim(),
                plain.belief(),
                plain.passage(),
                List.of(),
                List.of(),
                InsightReferences.NONE,
                new Subjects(List.of("ada"), List.of()),
                null);
        Problem problem = refusedAlone(filed);
        assertEquals("topics[0]", problem.path());
        assertEquals("is a Person: name a Concept", problem.message());
    }

    @Test
    void aSpeakerThatCannotSpeak() {
        Insight plain = SmallWorld.insight("new");
        Insight spoken = new Insight(
                plain.id(),
                plain.claim(),
                new Belief("ada", "compute", Attribution.REPORTED),
                plain.passage(),
                List.of(),
                List.of(),
                InsightReferences.NONE,
                Subjects.NONE,
                null);
        assertEquals("speaker", refusedAlone(spoken).path());
    }

    @Test
    void anEpisodeOfADocument() {
        Source episode = new Source(
                "episode",
                SourceKind.EPISODE,
                "One",
                "brief",
                Source.Place.NONE,
                Source.Publication.UNKNOWN,
                List.of(),
                null);
        Problem problem = refusedAlone(episode);
        assertEquals("podcast", problem.path());
        assertEquals("is a Document: name a Podcast", problem.message());
    }

    @Test
    void aFactByARelationThatIsNotStructural() {
        Entity entity =
                SmallWorld.withFacts(SmallWorld.ALLIANCE, new Fact("enables", "compute", "brief", Fact.Period.NONE));
        assertEquals("facts[0].relation", refusedAlone(entity).path());
    }

    @Test
    void everyProblemOfAnEditIsListedUnderItsRecord() {
        ClewException refusal = refused(
                ErrorCode.INVALID,
                () -> commit(
                        RecordEdit.create(SmallWorld.insight("one", Link.of("a", "enables", "b", Sign.PLUS))),
                        RecordEdit.create(SmallWorld.document("fine")),
                        RecordEdit.create(linking(Link.of("compute", "weakens", "alliance", Sign.PLUS)))));
        assertEquals(
                List.of("insight/new links[0].sign", "insight/one links[0].subject", "insight/one links[0].object"),
                refusal.problems().stream().map(Problem::path).toList());
    }

    @Test
    void retractingWhatIsStillReferredTo() {
        ClewException refusal =
                refused(ErrorCode.CONFLICT, () -> commit(RecordEdit.retract(SmallWorld.SOVEREIGNTY.name(), 1L)));
        assertTrue(
                refusal.getMessage()
                        .contains("insight/compute-enables, insight/sovereignty-strengthens,"
                                + " insight/sovereignty-weakens"),
                refusal.getMessage());
    }

    @Test
    void losingAFramingThatSomebodyNames() {
        Link link = new Link(
                Link.End.of("compute"),
                "enables",
                new Link.End("sovereignty", "self-reliance"),
                new Link.Stance(Sign.PLUS, false),
                Scope.NONE);
        commit(RecordEdit.create(linking(link)));
        before = ledger.head();
        recordsBefore = published();
        Entity poorer = SmallWorld.entity(
                "sovereignty", EntityKind.CONCEPT, new Framing("owned-hardware", "as owned hardware", "Owning it."));
        ClewException refusal = refused(ErrorCode.CONFLICT, () -> commit(RecordEdit.put(poorer, 1L)));
        assertTrue(refusal.getMessage().contains("insight/new relies on what it was"), refusal.getMessage());
    }

    @Test
    void changingAKindThatSomebodyReliesOn() {
        Entity technology = SmallWorld.entity("geopolitics", EntityKind.TECHNOLOGY);
        refused(ErrorCode.CONFLICT, () -> commit(RecordEdit.put(technology, 1L)));
    }

    @Test
    void referringToWhatTheSameEditRetracts() {
        refused(
                ErrorCode.INVALID,
                () -> commit(
                        RecordEdit.retract(SmallWorld.WEAKENS.name(), 1L),
                        RecordEdit.create(SmallWorld.withReferences(
                                SmallWorld.insight("new"),
                                new InsightReferences(
                                        List.of("sovereignty-weakens"), List.of(), List.of(), List.of(), List.of())))));
    }

    @Test
    void aReferenceThatWasRetractedBetweenTheDoorAndTheCommit() {
        Insight refining = SmallWorld.withReferences(
                SmallWorld.insight("new"),
                new InsightReferences(List.of(), List.of(), List.of("sovereignty-weakens"), List.of(), List.of()));
        Edit edit = Edit.of(ADA, RecordEdit.create(refining));
        var standings = ledger.standings(EditPreparation.namesIn(edit));
        PreparedEdit prepared = ledger.prepare(edit, name -> java.util.Optional.ofNullable(standings.get(name)));
        commit(RecordEdit.retract(SmallWorld.WEAKENS.name(), 1L));
        before = ledger.head();
        recordsBefore = published();
        refused(ErrorCode.INVALID, () -> ledger.commit(prepared));
    }
}
