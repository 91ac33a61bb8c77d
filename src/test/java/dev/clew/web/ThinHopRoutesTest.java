package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.SmallWorld;
import dev.clew.desk.ScanRun.Counts;
import dev.clew.desk.ScanRun.Part;
import dev.clew.desk.ScanRun.State;
import dev.clew.desk.ScanRuns;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which episodes a thin hop offers to be read. */
class ThinHopRoutesTest {
    private static final Source PODCAST = source("podcast", SourceKind.PODCAST, "The podcast", null);

    @TempDir
    Path directory;

    private LibraryServer library;

    @BeforeEach
    void start() {
        library = new LibraryServer(directory, SmallWorld.all());
    }

    @AfterEach
    void stop() {
        library.close();
    }

    private static Source source(String id, SourceKind kind, String title, String podcast) {
        return new Source(id, kind, title, podcast, Source.Place.NONE, Source.Publication.UNKNOWN, List.of(), null);
    }

    private static Source episode(String id, String title) {
        return source(id, SourceKind.EPISODE, title, "podcast");
    }

    private void publish(Stream<Source> sources) {
        Stream<Source> all = Stream.concat(Stream.of(PODCAST), sources);
        library.write(all.map(RecordEdit::create).toArray(RecordEdit[]::new));
    }

    /** Notes a scan of these that came to this end. */
    private void scanned(State end, List<String> episodes) {
        ScanRuns runs = library.desk.scanning().runs();
        long number = runs.begin("kurt", "built-in", episodes);
        for (int place = 0; place < episodes.size(); place++) {
            runs.settle(number, new Part(place, episodes.get(place), end, Counts.NONE, ""));
        }
    }

    private List<String> offered() {
        library.awaitShown();
        List<String> offered = new ArrayList<>();
        for (JsonNode hop :
                library.calls.good("/api/thin-hops?entity=compute", "ThinHops").get("hops")) {
            if (hop.at("/to/id").asText().equals("sovereignty")) {
                hop.get("unscanned").forEach(each -> offered.add(each.get("id").asText()));
            }
        }
        return offered;
    }

    @Test
    void documentsDoNotCrowdEpisodesOut() {
        Stream<Source> documents = IntStream.range(0, 9).mapToObj(i -> SmallWorld.document("compute-sovereignty-" + i));
        publish(Stream.concat(
                documents, Stream.of(episode("talk", "A long talk on compute, and then on sovereignty"))));
        assertEquals(List.of("talk"), offered());
    }

    @Test
    void episodesBehindManyThatHaveBeenReadAreFound() {
        List<String> read = IntStream.range(0, 45).mapToObj(i -> "read-" + i).toList();
        Stream<Source> sources = Stream.concat(
                read.stream().map(id -> episode(id, "Compute sovereignty")),
                Stream.of(episode("unread", "At last a long talk on compute, and then one on sovereignty")));
        publish(sources);
        scanned(State.DONE, read);
        assertEquals(List.of("unread"), offered());
    }

    @Test
    void anEpisodeIsReadOnceAScanCameToItsEndOrAClaimOfItIsPublished() {
        publish(Stream.of("through", "failed", "claimed", "untouched").map(id -> episode(id, "Compute, sovereignty")));
        scanned(State.DONE, List.of("through"));
        scanned(State.FAILED, List.of("failed"));
        library.write(RecordEdit.create(
                SmallWorld.claim("of-an-episode", "claimed", "sovereignty", "strengthens", "alliance")));
        assertEquals(List.of("failed", "untouched"), offered().stream().sorted().toList());
    }

    @Test
    void noMoreThanFiveAreOffered() {
        publish(IntStream.range(0, 8).mapToObj(i -> episode("unread-" + i, "Compute, sovereignty")));
        assertEquals(5, offered().size());
    }
}
