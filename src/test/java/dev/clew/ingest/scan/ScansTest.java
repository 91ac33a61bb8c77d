package dev.clew.ingest.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.curate.Review;
import dev.clew.curate.ScannedClaims;
import dev.clew.desk.Desk;
import dev.clew.desk.Proposal;
import dev.clew.desk.ProposalQuery;
import dev.clew.desk.ScanRules;
import dev.clew.desk.ScanRun;
import dev.clew.desk.ScanRun.State;
import dev.clew.desk.ScanRuns.Tally;
import dev.clew.desk.Transcripts;
import dev.clew.exchange.RecordJson;
import dev.clew.ingest.extract.BuiltInExtractor;
import dev.clew.ingest.extract.Sentences;
import dev.clew.ingest.transcript.TranscriptReader;
import dev.clew.ingest.transcript.TranscriptReader.Sent;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Extractor;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.model.Source;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans on a real store: what they propose, once, and how they stop and go on. */
class ScansTest {
    private static final Caller KURT = new Caller("kurt", Role.CURATOR);
    private static final String LIBRARY = """
            {"type":"source","id":"talks","kind":"Podcast","title":"Talks"}
            {"type":"source","id":"talk-1","kind":"Episode","title":"Talk 1","podcast":"talks"}
            {"type":"source","id":"talk-2","kind":"Episode","title":"Talk 2","podcast":"talks"}
            {"type":"entity","id":"compute","label":"Compute","kind":"Resource","source":"talks"}
            {"type":"entity","id":"sovereignty","label":"Sovereignty","kind":"Concept","source":"talks"}
            """;

    @TempDir
    Path directory;

    private Store store;
    private Ledger ledger;
    private Desk desk;
    private final RecordJson json = new RecordJson(Base.DEFAULT);

    @BeforeEach
    void open() {
        store = Store.open(TestDatabases.in(directory.resolve("data")));
        ledger = Ledger.open(LedgerSettings.on(store));
        desk = Desk.on(store, Clock.systemUTC());
        ledger.commit(new Edit(
                new Author("ada", "a test"),
                records().stream().map(RecordEdit::create).toList()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<ClewRecord> records() {
        return LIBRARY.lines()
                .map(line -> json.read(line.getBytes(StandardCharsets.UTF_8)).record())
                .toList();
    }

    private Extractor builtIn() {
        List<Entity> entities = new ArrayList<>();
        records().forEach(each -> {
            if (each instanceof Entity entity) {
                entities.add(entity);
            }
        });
        return new BuiltInExtractor(
                new Sentences(),
                entities,
                RelationCatalogue.load(),
                desk.scanning().rules().off());
    }

    private Scans scans(Supplier<Extractor> extractor) {
        return new Scans(new Scans.Needs(
                desk.scanning().runs(),
                new KeptTranscripts(desk.scanning().transcripts()),
                new ScannedClaims(desk.scanning().runs(), json),
                desk.scanning().rules(),
                id -> ledger.read(RecordName.source(id))
                        .flatMap(StoredRecord::record)
                        .map(Source.class::cast),
                Map.of(BuiltInExtractor.CODE, extractor)));
    }

    private void keep(Scans scans, String episode, String said) {
        byte[] bytes =
                ("Ada: It was a day.\n\nBen: " + said + "\n\nAda: And so it went.").getBytes(StandardCharsets.UTF_8);
        scans.transcripts().keep(episode, "a.txt", TranscriptReader.read(new Sent("a.txt", "", bytes)));
    }

    private List<Proposal> proposals() {
        return desk.proposals().list(ProposalQuery.of(Proposal.State.PROPOSED, 100));
    }

    @Test
    void aScanProposesAClaimWithItsLinkItsQuoteAndWhatWasSaidAroundIt() {
        try (Scans scans = scans(this::builtIn)) {
            keep(scans, "talk-1", "Compute strengthens sovereignty, because more machines need fewer permissions.");
            ScanRun run = scans.run(List.of("talk-1"), BuiltInExtractor.CODE, KURT);
            assertEquals(State.DONE, run.state());
            Proposal proposal = proposals().getFirst();
            Insight insight = (Insight) json.read(proposal.content().json().getBytes(StandardCharsets.UTF_8))
                    .record();
            String said = "Compute strengthens sovereignty, because more machines need fewer permissions.";
            assertEquals(said, insight.passage().quote());
            assertEquals(
                    "[compute strengthens sovereignty +]",
                    insight.links().stream()
                            .map(link -> link.subject().entity()
                                    + ' '
                                    + link.relation()
                                    + ' '
                                    + link.object().entity()
                                    + ' '
                                    + link.sign().symbol())
                            .toList()
                            .toString());
            Proposal.Passage passage = proposal.origin().passage();
            assertTrue(passage != null
                    && passage.text().substring(passage.start(), passage.end()).equals(said));
            assertEquals(
                    "Ada: It was a day.\n\nBen: " + said + "\n\nAda: And so it went.",
                    passage == null ? "" : passage.text());
            assertTrue(proposal.origin()
                    .detail()
                    .startsWith("Talk 1: “strengthens” says compute > strengthens > sovereignty."));
        }
    }

    @Test
    void whatWasScannedOnceIsNeverProposedAgainWhateverBecameOfIt() {
        try (Scans scans = scans(this::builtIn)) {
            keep(scans, "talk-1", "Compute strengthens sovereignty, because more machines need fewer permissions.");
            scans.run(List.of("talk-1"), BuiltInExtractor.CODE, KURT);
            Proposal proposal = proposals().getFirst();
            new Review(ledger, desk.proposals(), json)
                    .reject(new Review.Seen(proposal.number(), proposal.version()), "Not so.", KURT);
            ScanRun again = scans.run(List.of("talk-1"), BuiltInExtractor.CODE, KURT);
            assertEquals(0, again.parts().getFirst().counts().candidates());
            assertEquals(1, again.parts().getFirst().counts().dropped().get("known"));
            assertEquals(List.of(), proposals());
            assertEquals(List.of(new Tally("talks", 0, 1, 0)), scans.runs().byPodcast());
            assertTrue(scans.runs().byRule().contains(new Tally("link", 0, 1, 0)), scans.runs()::toString);
        }
    }

    @Test
    void whatOnlyRulesPickThatAreSwitchedOffIsLeftOutAndCountedUntilTheyAreOnAgain() {
        try (Scans scans = scans(this::builtIn)) {
            assertThrows(ClewException.class, () -> scans.rules().turn("link", false, "kurt"));
            keep(scans, "talk-1", "Compute strengthens sovereignty, because more machines need fewer permissions.");
            counts(scans, "talk-1");
            List<String> rules =
                    scans.runs().byRule().stream().map(Tally::subject).toList();
            rules.forEach(each -> scans.rules().turn(each, false, "kurt"));
            assertEquals(Set.copyOf(rules), scans.rules().off());
            keep(scans, "talk-2", "Compute weakens sovereignty, because more machines need more permissions.");
            ScanRun.Counts off = counts(scans, "talk-2");
            assertEquals(0, off.candidates());
            assertEquals(1, off.dropped().get(ScanRules.DROPPED));
            scans.rules().turn("link", true, "kurt");
            assertEquals(1, counts(scans, "talk-2").candidates());
            Transcripts.Listed latest = scans.transcripts().latest(1).getFirst();
            assertEquals("talk-2 scanned by 3", latest.episode() + " scanned by " + latest.scan());
        }
    }

    private static ScanRun.Counts counts(Scans scans, String episode) {
        return scans.run(List.of(episode), BuiltInExtractor.CODE, KURT)
                .parts()
                .getFirst()
                .counts();
    }

    @Test
    void aScanThatIsCancelledGoesOnWhereItWasWithNothingTwice() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Extractor stopping = new Extractor() {
            private final Extractor real = builtIn();

            @Override
            public String code() {
                return BuiltInExtractor.CODE;
            }

            @Override
            public Extraction extract(Spoken spoken) {
                if (spoken.episode().id().equals("talk-2") && cancelled.getCount() > 0) {
                    second.countDown();
                    awaitQuietly(cancelled);
                }
                return real.extract(spoken);
            }
        };
        try (Scans scans = scans(() -> stopping)) {
            keep(scans, "talk-1", "Compute strengthens sovereignty, because more machines need fewer permissions.");
            keep(scans, "talk-2", "Sovereignty depends on compute, and it will be more so in every coming decade.");
            long number = scans.start(List.of("talk-1", "talk-2"), BuiltInExtractor.CODE, KURT);
            second.await();
            scans.cancel(number);
            cancelled.countDown();
            assertTrue(scans.await(number, Duration.ofSeconds(20)));
            assertEquals(State.CANCELLED, scans.runs().require(number).state());
            assertEquals(1, proposals().size());
            scans.resume(number);
            assertTrue(scans.await(number, Duration.ofSeconds(20)));
            assertEquals(State.DONE, scans.runs().require(number).state());
            assertEquals(2, proposals().size());
            assertThrows(ClewException.class, () -> scans.resume(number));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anEpisodeThatIsNotPublishedOrHasNoTranscriptIsNamed() {
        try (Scans scans = scans(this::builtIn)) {
            assertEquals(
                    "There is no episode 'talk-9' in the library: import or add it as a source first.",
                    assertThrows(ClewException.class, () -> scans.start(List.of("talk-9"), BuiltInExtractor.CODE, KURT))
                            .getMessage());
            assertEquals(
                    "No transcript of 'talk-1' is kept: give one to scan.",
                    assertThrows(ClewException.class, () -> scans.start(List.of("talk-1"), BuiltInExtractor.CODE, KURT))
                            .getMessage());
        }
    }
}
