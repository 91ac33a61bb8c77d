package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.SmallWorld;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.web.Calls.Told;
import dev.clew.web.http.SchemaCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files into the library, over HTTP. */
class ImportRoutesTest {
    private static final String TABLE = """
            id;Claim;Believed by;Source;Topic;Links\r
            one;A claim.;ada;brief;geopolitics;compute > enables > alliance\r
            two;Another.;nobody;brief;geopolitics;\r
            three;A third.;ada;brief;geopolitics;compute loves alliance\r
            """;

    @TempDir
    Path directory;

    private LibraryServer library;
    private String contributor;
    private String curator;

    @BeforeEach
    void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        contributor = library.token("cora", Role.CONTRIBUTOR);
        curator = library.token("kurt", Role.CURATOR);
    }

    @AfterEach
    void stop() {
        library.close();
    }

    private Told upload(String query, String mediaType, byte[] body, String token) {
        BodyPublisher publisher = BodyPublishers.ofByteArray(body);
        return library.calls.send(
                "POST",
                "/api/import" + query,
                publisher,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                mediaType);
    }

    private Told upload(String query, String table, String token) {
        return upload(query, "text/csv", table.getBytes(StandardCharsets.UTF_8), token);
    }

    private Told get(String path, String token) {
        return library.calls.get(path, "Authorization", "Bearer " + token);
    }

    private Told post(String path, String token) {
        return library.calls.send("POST", path, BodyPublishers.noBody(), "Authorization", "Bearer " + token);
    }

    private boolean published(String id) {
        return library.ledger
                .read(RecordName.insight(id))
                .filter(stored -> stored.record().isPresent())
                .isPresent();
    }

    @Test
    void aCuratorsTableIsPublishedAndWhatIsRefusedComesBackAsATableToMend() {
        Told told = upload("?name=evening.csv", TABLE, curator);
        assertEquals(200, told.status(), told::text);
        JsonNode run = told.json();
        assertEquals(List.of(), SchemaCheck.problems("ImportRun", run));
        assertEquals("done", run.get("state").asText());
        assertEquals(1, run.get("written").asInt());
        assertEquals(2, run.get("refused").asInt());
        assertEquals("holder", run.get("columns").get(2).get("field").asText());
        assertTrue(published("one"));
        assertEquals(3, run.get("refusals").get(0).get("line").asInt());
        assertEquals(4, run.get("refusals").get(1).get("line").asInt());
        Told mend = get("/api/imports/" + run.get("number") + "/refused", curator);
        assertTrue(mend.header("Content-Disposition").contains("import-1-refused.csv"));
        assertTrue(mend.text().startsWith("\ufeffproblem,id,Claim,Believed by,Source,Topic,Links\r\n"), mend::text);
        String mended =
                mend.text().replace("nobody", "ada").replace("compute loves alliance", "compute > enables > alliance");
        JsonNode again = upload("?name=mended.csv", mended, curator).json();
        assertEquals(0, again.get("refused").asInt(), again::toString);
        assertTrue(published("two") && published("three"));
    }

    @Test
    void strictlyNothingOfAFileIsWrittenWhenAnyOfItIsRefusedAndTheRunSaysSo() {
        JsonNode run = upload("?name=evening.csv&strict=true", TABLE, curator).json();
        assertEquals(List.of(), SchemaCheck.problems("ImportRun", run));
        assertEquals("done", run.get("state").asText());
        assertEquals(0, run.get("written").asInt());
        assertEquals(2, run.get("refused").asInt());
        assertTrue(run.get("message").asText().startsWith("Nothing was written"), run::toString);
        assertFalse(published("one"));
        JsonNode proposed =
                upload("?name=evening.csv&strict=true", TABLE, contributor).json();
        assertEquals(0, proposed.get("written").asInt());
        assertEquals(0, get("/api/proposals", curator).json().get("proposals").size());
        String good = TABLE.substring(0, TABLE.indexOf("two;"));
        JsonNode whole = upload("?name=good.csv&strict=true", good, curator).json();
        assertEquals(1, whole.get("written").asInt());
        assertFalse(whole.has("message"));
        assertTrue(published("one"));
    }

    @Test
    void aRowToMendDoesNotRunAsAFormulaAndIsReadAsItWas() {
        String table = "id,text,source,topics\nrisky,=1+1 is two,brief,nowhere\n";
        Told mend = get("/api/imports/" + upload("", table, curator).json().get("number") + "/refused", curator);
        assertTrue(mend.text().contains(",risky,'=1+1 is two,"), mend::text);
        upload("", mend.text().replace("nowhere", "geopolitics"), curator);
        assertEquals(
                "=1+1 is two",
                library.ledger
                        .read(RecordName.insight("risky"))
                        .orElseThrow()
                        .record()
                        .orElseThrow()
                        .headline());
    }

    @Test
    void whatAnImportPublishedAndAnotherClaimSaysTooIsToldOnRequestSomeClaimsAtATime() {
        String table = """
                id,text,holder,source,topics
                first,Ownership of the hardware makes a nation sovereign in its own AI.,ada,brief,geopolitics
                other,Alliances grow out of many years of trade.,ada,brief,geopolitics
                second,Ownership of the hardware makes a nation sovereign in its AI.,ada,brief,geopolitics
                """;
        JsonNode run = upload("", table, curator).json();
        assertEquals(3, run.get("written").asInt(), run::toString);
        library.awaitShown();
        String path = "/api/imports/" + run.get("number") + "/alike";
        JsonNode all = get(path, curator).json();
        assertEquals(List.of(), SchemaCheck.problems("ImportedAlike", all));
        assertEquals(3, all.get("looked").asInt());
        assertFalse(all.has("cursor"), all::toString);
        assertEquals(List.of("first second", "second first"), pairs(all));
        JsonNode page = get(path + "?limit=2", curator).json();
        assertEquals(List.of("first second"), pairs(page));
        assertEquals("other", page.get("cursor").asText());
        JsonNode rest = get(path + "?limit=2&cursor=other", curator).json();
        assertEquals(List.of("second first"), pairs(rest));
        assertEquals(1, rest.get("looked").asInt());
        assertEquals(400, get(path + "?cursor=compute-enables", curator).status());
        assertEquals(404, get(path, contributor).status());
        post("/api/imports/" + run.get("number") + "/undo", curator);
        assertEquals(0, get(path, curator).json().get("looked").asInt());
    }

    private static List<String> pairs(JsonNode answer) {
        List<String> pairs = new ArrayList<>();
        answer.get("alike")
                .forEach(claim -> claim.get("similar")
                        .forEach(each -> pairs.add(
                                claim.get("id").asText() + " " + each.get("id").asText())));
        return pairs;
    }

    @Test
    void anImportThatOnlyProposesPublishedNothingToCompare() {
        JsonNode run = upload("", TABLE, contributor).json();
        JsonNode alike =
                get("/api/imports/" + run.get("number") + "/alike", contributor).json();
        assertEquals(0, alike.get("looked").asInt());
        assertEquals(0, alike.get("alike").size());
    }

    @Test
    void anImportIsUndoneAsOne() {
        JsonNode run = upload("", TABLE, curator).json();
        String path = "/api/imports/" + run.get("number");
        assertEquals(403, post(path + "/undo", contributor).status());
        Told undone = post(path + "/undo", curator);
        assertEquals("undone", undone.json().get("state").asText(), undone::text);
        assertTrue(!published("one"));
        assertEquals(409, post(path + "/undo", curator).status());
        assertEquals(409, post(path + "/cancel", curator).status());
    }

    @Test
    void aContributorsTableWaitsForReviewAndMayNotBePublished() {
        assertEquals(403, upload("?mode=publish", TABLE, contributor).status());
        JsonNode run = upload("?name=mine.csv", TABLE, contributor).json();
        assertEquals("propose", run.get("mode").asText());
        assertTrue(!published("one"));
        JsonNode queue = get("/api/proposals?run=" + run.get("number"), curator).json();
        assertEquals(1, queue.get("proposals").size());
        JsonNode origin = queue.get("proposals").get(0).get("origin");
        assertEquals("mine.csv, line 2", origin.get("detail").asText());
        post("/api/imports/" + run.get("number") + "/undo", curator);
        assertEquals(0, get("/api/proposals", curator).json().get("proposals").size());
    }

    @Test
    void aCheckTellsWhatWouldBeRefusedAndWritesNothing() {
        long before = library.ledger.head().n();
        JsonNode run = upload("?mode=check", TABLE, contributor).json();
        assertEquals(2, run.get("refused").asInt());
        assertEquals(before, library.ledger.head().n());
        assertEquals(
                0, get("/api/proposals", contributor).json().get("proposals").size());
    }

    @Test
    void wrongTypesEncodingsAndHeadingsAreRefusedAsTheyAre() throws IOException {
        assertEquals(
                415,
                upload("", "application/zip", new byte[] {80, 75, 3, 4}, curator)
                        .status());
        assertEquals(415, upload("", "application/gzip", packed("x"), curator).status());
        Told encoding =
                upload("", "text/csv", "id,text\na,Gr\u00f6\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1), curator);
        assertEquals(422, encoding.status());
        assertTrue(encoding.text().contains("line 2"), encoding::text);
        Told heading = upload("", "id,colour\na,red\n", curator);
        assertEquals(422, heading.status());
        assertTrue(heading.text().contains("colour"), heading::text);
        assertEquals(0, get("/api/imports", curator).json().get("imports").size());
    }

    @Test
    void aPackedFileIsReadByTheFormatThatItsNameSays() throws IOException {
        Told told = upload("?name=evening.csv.gz", "application/gzip", packed(TABLE), curator);
        assertEquals(1, told.json().get("written").asInt(), told::text);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(out)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void aLongImportIsCancelledUnderWayAndWhatItWroteIsUndone() {
        StringBuilder table = new StringBuilder("id,text,source,topics\n");
        for (int i = 0; i < 60_000; i++) {
            table.append("claim-").append(i).append(",A claim.,brief,geopolitics\n");
        }
        Told told = upload("?wait=0", table.toString(), curator);
        assertEquals(202, told.status(), told::text);
        String path = "/api/imports/" + told.json().get("number");
        while (get(path, curator).json().path("written").asInt() == 0) {
            Thread.onSpinWait();
        }
        JsonNode cancelled = post(path + "/cancel", curator).json();
        assertEquals("cancelled", cancelled.get("state").asText(), cancelled::toString);
        assertTrue(published("claim-0"));
        assertTrue(cancelled.get("written").asInt() < 60_000);
        assertEquals("undone", post(path + "/undo", curator).json().get("state").asText());
        assertEquals(3, library.ledger.counts().insights());
    }

    @Test
    void theTemplateIsATableWithoutRecordsThatIsReadAsItIs() {
        for (String type : List.of("insight", "entity", "source")) {
            Told template = library.calls.get("/api/import/template?type=" + type);
            assertEquals("text/csv; charset=utf-8", template.header("Content-Type"));
            JsonNode run = upload("?mode=check", template.text(), curator).json();
            assertEquals(0, run.get("read").asInt(), run::toString);
        }
    }
}
