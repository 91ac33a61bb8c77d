package dev.clew.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.exchange.RecordJson;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordEdit;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.ontology.ShippedLibrary;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a curator is told to look at, on a small library where each thing occurs once. */
class LibraryCheckTest {
    private static final RecordJson JSON = new RecordJson(Base.DEFAULT);

    @TempDir
    Path directory;

    private Store store;
    private Ledger ledger;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.in(directory));
        ledger = Ledger.open(LedgerSettings.on(store));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void write(String... lines) {
        List<RecordEdit> edits = Arrays.stream(lines)
                .map(line -> line.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .map(line -> RecordEdit.create(JSON.read(line).record()))
                .toList();
        ledger.commit(new Edit(new Author("ada", "a test"), edits));
    }

    private static String entity(String id, String label) {
        return "{'type':'entity','id':'" + id + "','kind':'Concept','label':'" + label + "','source':'talk'}";
    }

    private static String claim(String id, String rest) {
        return "{'id':'" + id + "','text':'Claim " + id + ".','source':'talk'" + rest + "}";
    }

    private static String links(String... links) {
        return ",'links':[" + String.join(",", links) + "]";
    }

    private static String link(String subject, String object) {
        return "{'subject':'" + subject + "','relation':'enables','object':'" + object + "'}";
    }

    private ToDo check() {
        return LibraryCheck.of(ledger, RelationCatalogue.load());
    }

    private List<String> told(Task.Kind kind) {
        return check().of(kind).stream()
                .map(task -> task.record().path() + ": " + task.message())
                .toList();
    }

    private void writeTalk(String length) {
        write(
                "{'type':'source','id':'show','kind':'Podcast','title':'Show'}",
                "{'type':'source','id':'talk','kind':'Episode','title':'Talk','podcast':'show'" + length + "}",
                entity("chips", "Chips"),
                entity("power", "Power"),
                entity("growth", "Growth"));
    }

    @Test
    void anEntityThatNothingUsesIsAnOrphan() {
        writeTalk("");
        write(claim("a", links(link("chips", "power"))));
        assertEquals(
                List.of("entity/growth: Is used by no insight, fact or source. Use it, or retract it."),
                told(Task.Kind.ORPHAN));
    }

    @Test
    void namesThatDifferInASignOrAPluralReadAlike() {
        writeTalk("");
        write(entity("chip", "chip"), entity("econ-growth", "Économic growth"), entity("growth-2", "economic-growth"));
        assertEquals(
                List.of(
                        "entity/chips: May be one thing with another: 'Chips' here, 'chip' at chip."
                                + " Merge them, or make their names tell them apart.",
                        "entity/growth-2: May be one thing with another: 'economic-growth' here, 'Économic growth' at"
                                + " econ-growth. Merge them, or make their names tell them apart."),
                told(Task.Kind.LOOK_ALIKE));
    }

    @Test
    void anEdgeThatOneClaimAloneStatesIsToldUnlessAnotherSupportsIt() {
        writeTalk("");
        write(
                claim("alone", links(link("chips", "power"))),
                claim("backed", links(link("power", "growth"))),
                claim("backing", ",'supports':['backed']"),
                claim("denying", links(link("growth", "chips").replace("}", ",'denied':true}"))));
        assertEquals(
                List.of("insight/alone: Alone says that Chips enables Power."
                        + " Look for who else says so, or who denies it."),
                told(Task.Kind.UNSUPPORTED));
        assertEquals(
                List.of("insight/backing: Links nothing, so no path finds it. Link what it connects, if it does."),
                told(Task.Kind.NO_LINK));
    }

    @Test
    void aThreadEndsWhereAnEntityHasOneEdge() {
        writeTalk("");
        write(
                claim("a", links(link("chips", "power"), link("power", "growth"))),
                claim("b", links(link("chips", "power"))));
        assertEquals(
                List.of("entity/chips", "entity/growth"),
                check().of(Task.Kind.DEAD_END).stream()
                        .map(task -> task.record().path())
                        .toList());
    }

    @Test
    void aClaimCannotStandAfterTheEndOfItsEpisode() {
        writeTalk(",'duration':600");
        write(claim("late", ",'start':601"), claim("long", ",'start':10,'end':700"), claim("fine", ",'start':600"));
        assertEquals(
                List.of(
                        "insight/late: Stands at second 601, after the end of its episode at 600."
                                + " Correct its start, or the length of the episode.",
                        "insight/long: Stands at second 700, after the end of its episode at 600."
                                + " Correct its start, or the length of the episode."),
                told(Task.Kind.START_BEYOND));
        assertEquals(List.of(), told(Task.Kind.NO_LENGTH));
    }

    @Test
    void anEpisodeWithoutLengthIsToldOnceWithHowManyTimesItLeavesOpen() {
        writeTalk("");
        write(claim("a", ",'start':5"), claim("b", ",'start':9000"), claim("c", ""));
        assertEquals(
                List.of("source/talk: States no length, so the times of its claims (2) cannot be held against it."
                        + " Add the length."),
                told(Task.Kind.NO_LENGTH));
    }

    @Test
    void claimsHangTogetherByTheEndsOfTheirLinksOrByWhatTheySayOfEachOther() {
        writeTalk("");
        write(
                entity("trade", "Trade"),
                entity("tolls", "Tolls"),
                claim("a", links(link("chips", "power"))),
                claim("b", links(link("power", "growth"))),
                claim("apart", links(link("tolls", "trade"))),
                claim("backing", ",'supports':['b']"));
        assertEquals(new Connection(4, 2, 3), check().connection());
        assertEquals(
                "2 of 4 insights hang together by their links (50.0 %), 3 with what they say of each other",
                check().connection().text());
    }

    @Test
    void anEmptyLibraryLeavesNothingToDo() {
        ToDo none = check();
        assertEquals(List.of(), none.tasks());
        assertEquals(Task.Kind.values().length, none.counts().size());
        assertTrue(none.counts().values().stream().allMatch(count -> count == 0));
    }

    @Test
    void theShippedLibraryHangsTogetherWithoutOrphansLookAlikesOrImpossibleTimes() throws IOException {
        ledger.commit(new Edit(
                new Author("ada", "a test"),
                ShippedLibrary.records(Base.DEFAULT).stream()
                        .limit(Edit.LIMIT_RECORDS)
                        .map(RecordEdit::create)
                        .toList()));
        ToDo found = check();
        assertTrue(found.connection().share() >= 0.9, found.connection()::text);
        Map<Task.Kind, Integer> counts = found.counts();
        assertEquals(
                List.of(0, 0, 0),
                List.of(
                        counts.get(Task.Kind.ORPHAN),
                        counts.get(Task.Kind.LOOK_ALIKE),
                        counts.get(Task.Kind.START_BEYOND)));
    }
}
