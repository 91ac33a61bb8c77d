package dev.clew.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.ErrorCode;
import dev.clew.model.Grounding;
import dev.clew.model.Insight;
import dev.clew.model.Problem;
import dev.clew.model.Sign;
import dev.clew.ontology.Base;
import dev.clew.ontology.RandomRecords;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Records in JSON: what is read, what is left out, what is refused. */
class RecordJsonTest {
    private final RecordJson json = new RecordJson(Base.DEFAULT);

    private ClewRecord read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8)).record();
    }

    private Problem refused(String text) {
        ClewException refusal = assertThrows(ClewException.class, () -> read(text));
        assertEquals(ErrorCode.INVALID, refusal.code());
        assertEquals(1, refusal.problems().size(), refusal.getMessage());
        return refusal.problems().getFirst();
    }

    @Test
    void everyRecordIsReadBackAsItWasWritten() {
        RandomRecords records = new RandomRecords(new Random(7));
        for (int i = 0; i < 2000; i++) {
            ClewRecord record = records.record();
            assertEquals(record, json.read(json.line(record)).record());
        }
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        Insight insight = (Insight) read("""
                {"id": "a", "text": "A claim.", "source": "brief", "holder": null, "topics": [],
                 "links": [{"subject": "compute", "relation": "weakens", "object": "alliance"}]}""");
        assertEquals("en", insight.claim().language());
        assertEquals("report", insight.claim().type().code());
        assertEquals(Sign.MINUS, insight.links().getFirst().sign());
        assertEquals(Grounding.UNLOCATED, insight.passage().grounding());
    }

    @Test
    void whatAnAnswerAddsIsAcceptedUnlessItDisagrees() {
        String answer = """
                {"type": "insight", "id": "a", "text": "A claim.", "source": "brief", "iri": "%s",
                 "labels": {"brief": "The brief"}, "version": 3, "change": 9, "status": "published"}""";
        RecordJson.Sent sent =
                json.read(answer.formatted("http://localhost:8080/insight/a").getBytes(StandardCharsets.UTF_8));
        assertEquals(3, sent.version());
        assertEquals(
                "iri",
                refused(answer.formatted("http://localhost:8080/insight/b")).path());
    }

    @Test
    void anUnknownFieldIsRefusedByItsName() {
        Problem problem = refused("{\"id\": \"a\", \"text\": \"A.\", \"source\": \"brief\", \"holdr\": \"ada\"}");
        assertEquals("holdr", problem.path());
        assertTrue(problem.message().contains("holder"), problem.message());
        assertEquals(
                "links[0].singn",
                refused("{\"id\": \"a\", \"text\": \"A.\", \"source\": \"brief\", \"links\": [{\"subject\": \"a\","
                                + " \"relation\": \"enables\", \"object\": \"b\", \"singn\": \"+\"}]}")
                        .path());
    }

    @Test
    void eachProblemNamesItsField() {
        assertEquals("text", refused("{\"id\": \"a\", \"source\": \"brief\"}").path());
        assertEquals(
                "id",
                refused("{\"id\": \"../etc\", \"text\": \"A.\", \"source\": \"b\"}")
                        .path());
        assertEquals(
                "start",
                refused("{'id':'a','text':'A.','source':'b','start':1.5}".replace('\'', '"'))
                        .path());
        assertEquals(
                "grounding",
                refused("{'id':'a','text':'A.','source':'b','grounding':'timed'}".replace('\'', '"'))
                        .path());
        assertEquals(
                "url",
                refused("{'type':'source','id':'a','kind':'Document','title':'T','url':'javascript:alert(1)'}"
                                .replace('\'', '"'))
                        .path());
        assertEquals(
                "date",
                refused("{'type':'source','id':'a','kind':'Document','title':'T','date':'2023-02-29'}"
                                .replace('\'', '"'))
                        .path());
        assertEquals(
                "facts[0].relation",
                refused(("{'type':'entity','id':'a','kind':'Nation','label':'A','source':'b',"
                                        + "'facts':[{'object':'b','source':'b'}]}")
                                .replace('\'', '"'))
                        .path());
        assertEquals(
                "quantities[0].value",
                refused(("{'id':'a','text':'A.','source':'b','quantities':[{'kind':'value','of':'c',"
                                        + "'value':1e999999999,'unit':'x'}]}")
                                .replace('\'', '"'))
                        .path());
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() {
        assertTrue(refused("{\"id\": ").message().startsWith("is not JSON, at character 8"));
        assertTrue(refused("{\"id\":\"a\",\"id\":\"b\"}").message().contains("uplicate"));
        assertTrue(refused("{\"id\":\"a\"} {}").message().startsWith("is not JSON"));
        assertTrue(refused("[1]").message().startsWith("must be a JSON object"));
        assertTrue(refused("").message().startsWith("must be a JSON object"));
        assertTrue(refused("[".repeat(5000)).message().startsWith("is not JSON"));
    }

    @Test
    void aRecordOfTheSmallWorldIsWrittenAsTheContractSays() {
        assertEquals(
                "{\"type\":\"insight\",\"id\":\"compute-enables\",\"text\":\"The claim compute-enables.\","
                        + "\"language\":\"en\",\"claimType\":\"report\",\"certainty\":\"plain\",\"holder\":\"ada\","
                        + "\"speaker\":\"ada\",\"attribution\":\"own\",\"source\":\"brief\",\"grounding\":\"unlocated\","
                        + "\"links\":[{\"subject\":\"compute\",\"relation\":\"enables\",\"object\":\"sovereignty\","
                        + "\"sign\":\"+\",\"denied\":false}],\"topics\":[\"geopolitics\"]}",
                new String(json.line(SmallWorld.ENABLES), StandardCharsets.UTF_8));
    }
}
