package dev.clew.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clew.app.Explorer;
import dev.clew.model.Role;
import dev.clew.web.Calls;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that is sent to Clew makes it connect to anywhere. */
class ReachTest {
    @TempDir
    Path directory;

    /** Documents that ask their reader to fetch something, each under its media type. */
    private static Map<String, String> reaching(String there) {
        Map<String, String> documents = new LinkedHashMap<>();
        String claim = "\"@id\":\"http://localhost:8080/insight/x\",\"http://a.example/p\":1";
        documents.put("{\"@context\":\"" + there + "c\"," + claim + "}", "application/ld+json");
        documents.put("{\"@context\":[\"" + there + "c\"]," + claim + "}", "application/ld+json");
        documents.put("{\"@context\":{\"@import\":\"" + there + "c\"}," + claim + "}", "application/ld+json");
        documents.put(
                "{\"@context\":{\"p\":{\"@id\":\"http://a.example/p\",\"@context\":\"" + there
                        + "c\"}},\"p\":{\"q\":1}}",
                "application/ld+json");
        documents.put(
                "{\"@id\":\"http://localhost:8080/insight/x\",\"http://a.example/p\":{\"@context\":\"" + there
                        + "c\",\"q\":1}}",
                "application/ld+json");
        String rdf = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:a=\"http://a.example/\">"
                + "<rdf:Description rdf:about=\"http://localhost:8080/insight/x\"><a:p>&e;</a:p></rdf:Description></rdf:RDF>";
        documents.put("<!DOCTYPE a SYSTEM \"" + there + "d\">" + rdf.replace("&e;", "b"), "application/rdf+xml");
        documents.put("<!DOCTYPE a [<!ENTITY e SYSTEM \"" + there + "e\">]>" + rdf, "application/rdf+xml");
        documents.put(
                "<!DOCTYPE a [<!ENTITY % e SYSTEM \"" + there + "e\"> %e;]>" + rdf.replace("&e;", "b"),
                "application/rdf+xml");
        documents.put(
                "@base <" + there + "> . @prefix : <" + there
                        + "> . <x> a :Y ; <http://www.w3.org/2002/07/owl#imports> <z> .",
                "text/turtle");
        return documents;
    }

    @Test
    void noDocumentMakesClewConnectToAnywhere() throws Exception {
        try (Canary canary = new Canary();
                Explorer explorer = Served.small(directory)) {
            Calls calls = new Calls(explorer.address());
            String token = Served.token(explorer, "cora", Role.CURATOR);
            List<String> wrong = new ArrayList<>();
            reaching(canary.address()).forEach((document, type) -> {
                for (String method : List.of("PUT", "POST")) {
                    Calls.Told told = calls.send(
                            method,
                            "/sparql/data?graph=http://localhost:8080/insight/x",
                            BodyPublishers.ofString(document),
                            "Content-Type",
                            type,
                            "Authorization",
                            "Bearer " + token);
                    if (told.status() < 400 || told.status() >= 500 || canary.connections() > 0) {
                        wrong.add(told.status() + " " + told.text() + " with " + canary.connections() + " connections: "
                                + document);
                    }
                }
                String ending = type.contains("ld+json") ? "jsonld" : "ttl";
                Calls.Told told = calls.send(
                        "POST",
                        "/api/import?name=a." + ending,
                        BodyPublishers.ofString(document),
                        "Content-Type",
                        ending.equals("jsonld") ? type : "text/turtle",
                        "Authorization",
                        "Bearer " + token);
                if (told.status() >= 500 || told.json().path("written").asInt() > 0 || canary.connections() > 0) {
                    wrong.add(told.status() + " " + told.text() + " by import with " + canary.connections() + ": "
                            + document);
                }
            });
            assertEquals(List.of(), wrong);
        }
    }
}
