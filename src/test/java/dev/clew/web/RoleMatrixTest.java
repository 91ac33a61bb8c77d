package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.model.Role;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route of the description, called by everybody that there is: who is let in is what the description says. */
class RoleMatrixTest {
    private static final Set<Integer> REFUSALS = Set.of(401, 403);
    /** What takes a body since its question is too long for an address, and changes nothing. */
    private static final Set<String> READING_BY_POST = Set.of("POST /api/edges", "POST /api/export");

    @TempDir
    static Path directory;

    private static LibraryServer library;
    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() throws IOException {
        library = new LibraryServer(directory, List.of());
        for (Role role : Role.values()) {
            if (role != Role.ANYBODY) {
                TOKENS.put(role, library.token("the-" + role.code(), role));
            }
        }
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    private record Described(String method, String path, Role least) {}

    private static List<Described> routes() {
        List<Described> routes = new ArrayList<>();
        JsonNode paths = library.calls.get("/api/openapi.json").json().get("paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> routes.add(new Described(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                least(operation.getValue())))));
        return routes;
    }

    private static Role least(JsonNode operation) {
        boolean isOfReaders =
                operation.path("parameters").findValuesAsText("name").contains("Clew-Reader-Key");
        if (isOfReaders) {
            // A private link is as good as an account.
            return Role.READER;
        }
        if (!operation.has("security")) {
            return Role.ANYBODY;
        }
        String said = operation.get("description").asText();
        return Role.ofAccount(said.replaceFirst(".*Needs the role ([a-z]+)\\..*", "$1"));
    }

    private static Calls.Told call(Described route, Role role) {
        String path = route.path().replaceAll("\\{[^}]+}", "nothing-of-this-name");
        String[] headers = role == Role.ANYBODY
                ? new String[] {"Accept", "application/json"}
                : new String[] {"Accept", "application/json", "Authorization", "Bearer " + TOKENS.get(role)};
        return library.calls.send(route.method(), path, BodyPublishers.noBody(), headers);
    }

    @Test
    void everyRouteLetsInExactlyThoseItSays() {
        List<String> wrong = new ArrayList<>();
        for (Described route : routes()) {
            for (Role role : Role.values()) {
                int status = call(route, role).status();
                boolean refused = REFUSALS.contains(status);
                int expected = role == Role.ANYBODY ? 401 : 403;
                boolean right = role.includes(route.least()) ? !refused : status == expected;
                if (!right) {
                    wrong.add(route + " told " + role.code() + " " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void nothingButComingInIsChangedByAnybody() {
        List<String> open = routes().stream()
                .filter(route -> !route.method().equals("GET") && route.least() == Role.ANYBODY)
                .map(route -> route.method() + " " + route.path())
                .filter(route -> !READING_BY_POST.contains(route))
                .toList();
        assertEquals(
                List.of(
                        "POST /api/session",
                        "POST /api/invitation",
                        "PUT /api/invitation",
                        "POST /api/reader/address",
                        "POST /api/reader/confirmation",
                        "POST /reading/leave"),
                open);
    }

    @Test
    void whatHappenedToAccountsIsListedPageByPage() {
        String[] admin = {"Authorization", "Bearer " + TOKENS.get(Role.ADMIN)};
        JsonNode first = library.calls.get("/api/audit?limit=3", admin).json();
        assertEquals(List.of(), SchemaCheck.problems("Audit", first));
        assertEquals("the-admin", first.get("entries").get(0).get("account").asText());
        assertEquals("token-made", first.get("entries").get(0).get("kind").asText());
        assertEquals("account-made", first.get("entries").get(1).get("kind").asText());
        assertEquals("command-line", first.get("entries").get(1).get("by").asText());
        JsonNode rest = library.calls
                .get("/api/audit?cursor=" + first.get("nextCursor").asLong(), admin)
                .json();
        assertEquals(5, rest.get("entries").size());
        assertFalse(rest.has("nextCursor"));
    }
}
