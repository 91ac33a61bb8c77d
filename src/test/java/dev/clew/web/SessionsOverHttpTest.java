package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.desk.SignIn;
import dev.clew.model.Role;
import dev.clew.web.http.SchemaCheck;
import dev.clew.web.http.SessionCookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coming in by link and by password, and what a session lets its browser do, over real HTTP. */
class SessionsOverHttpTest {
    private static final String GOOD = "a thread through the maze";

    @TempDir
    Path directory;

    private LibraryServer library;

    @BeforeEach
    void start() {
        library = new LibraryServer(directory, List.of());
    }

    @AfterEach
    void stop() {
        library.close();
    }

    /** What a browser keeps of a session. */
    private record Browser(String cookie, String writeWord) {}

    private Calls.Told send(String method, String path, String json, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return library.calls.send(method, path, BodyPublishers.ofString(json), all);
    }

    private Calls.Told by(Browser browser, String method, String path, String json) {
        return send(method, path, json, "Cookie", browser.cookie(), "Clew-Write-Word", browser.writeWord());
    }

    private static Browser browser(Calls.Told opened) {
        assertEquals(200, opened.status(), opened.text());
        assertEquals(List.of(), SchemaCheck.problems("Session", opened.json()));
        String cookie = opened.header("Set-Cookie");
        assertTrue(cookie.endsWith("; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict"), cookie);
        return new Browser(cookie.split(";")[0], opened.json().get("writeWord").asText());
    }

    private Browser admin() {
        String link = library.desk.invitations().forFirstAdmin().orElseThrow();
        Calls.Told seen = send("POST", "/api/invitation", "{\"link\":\"" + link + "\"}");
        assertEquals("{\"first\":true}", seen.text());
        return browser(send(
                "PUT",
                "/api/invitation",
                "{\"link\":\"" + link + "\",\"name\":\"root\",\"password\":\"" + GOOD + "\"}"));
    }

    @Test
    void theFirstAdminComesInByTheLinkAndMakesTheOthers() {
        Browser admin = admin();
        Calls.Told made = by(admin, "POST", "/api/accounts", "{\"name\":\"ada\",\"role\":\"curator\"}");
        assertEquals(201, made.status(), made.text());
        assertEquals(List.of(), SchemaCheck.problems("AccountLink", made.json()));
        String link = made.json().get("link").asText().replace("/join#", "");
        assertEquals(
                "{\"first\":false,\"name\":\"ada\"}",
                send("POST", "/api/invitation", "{\"link\":\"" + link + "\"}").text());
        Browser ada = browser(send(
                "PUT",
                "/api/invitation",
                "{\"link\":\"" + link + "\",\"name\":\"ada\",\"password\":\"" + GOOD + "\"}"));
        JsonNode session =
                library.calls.get("/api/session", "Cookie", ada.cookie()).json();
        assertEquals("ada", session.get("name").asText());
        assertEquals(ada.writeWord(), session.get("writeWord").asText());
        assertEquals(
                404,
                send("POST", "/api/invitation", "{\"link\":\"" + link + "\"}").status());
        assertEquals(403, by(ada, "POST", "/api/accounts", "{}").status());
    }

    @Test
    void aWriteByASessionNeedsTheSessionsWord() {
        Browser admin = admin();
        Calls.Told without = send("POST", "/api/account/tokens", "{\"label\":\"x\"}", "Cookie", admin.cookie());
        assertEquals(403, without.status());
        assertTrue(without.text().contains("Clew-Write-Word"), without.text());
        Browser wrong = new Browser(admin.cookie(), "another");
        assertEquals(
                403,
                by(wrong, "POST", "/api/account/tokens", "{\"label\":\"x\"}").status());
        assertEquals(
                201,
                by(admin, "POST", "/api/account/tokens", "{\"label\":\"x\"}").status());
        Calls.Told form = library.calls.send(
                "POST",
                "/api/account/tokens",
                BodyPublishers.ofString("label=x"),
                "Cookie",
                admin.cookie(),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertEquals(403, form.status(), "a form of another site");
    }

    @Test
    void signedOutIsOut() {
        Browser admin = admin();
        Calls.Told out = by(admin, "DELETE", "/api/session", "");
        assertEquals(204, out.status(), out.text());
        assertEquals("clew-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict", out.header("Set-Cookie"));
        assertEquals("\"cache\"", out.header("Clear-Site-Data"));
        assertEquals(
                "{\"role\":\"anybody\"}",
                library.calls.get("/api/session", "Cookie", admin.cookie()).text());
        browser(send("POST", "/api/session", "{\"name\":\"root\",\"password\":\"" + GOOD + "\"}"));
    }

    @Test
    void signingInAgainRenewsTheSecretAndEndsTheSessionBefore() {
        Browser before = admin();
        Browser after =
                browser(by(before, "POST", "/api/session", "{\"name\":\"root\",\"password\":\"" + GOOD + "\"}"));
        assertNotEquals(before.cookie(), after.cookie());
        assertEquals(
                "{\"role\":\"anybody\"}",
                library.calls.get("/api/session", "Cookie", before.cookie()).text());
        assertEquals(
                200, library.calls.get("/api/account", "Cookie", after.cookie()).status());
    }

    @Test
    void byHttpsTheCookieIsSecureAndNoOtherHostCanSetIt() {
        assertEquals(
                "__Host-clew-session=word; Path=/; Max-Age=9; HttpOnly; SameSite=Strict; Secure",
                new SessionCookie(true).set("word", 9));
    }

    @Test
    void aSessionThatHasEndedReadsLikeAnybody() {
        assertEquals(
                200,
                library.calls
                        .get("/api/session", "Cookie", "clew-session=" + "x".repeat(43))
                        .status());
        assertEquals(
                200,
                library.calls
                        .get("/api/search?q=x", "Cookie", "clew-session=;a=b")
                        .status());
    }

    @Test
    void guessingIsSlowedDownAndSaysForHowLong() {
        admin();
        String guess = "{\"name\":\"root\",\"password\":\"a guess like others\"}";
        for (int i = 0; i < SignIn.LIMIT_BY_NAME_AND_ADDRESS; i++) {
            assertEquals(401, send("POST", "/api/session", guess).status());
        }
        Calls.Told shut = send("POST", "/api/session", guess);
        assertEquals(429, shut.status());
        assertEquals("too-many-requests", shut.json().get("code").asText());
        assertTrue(Integer.parseInt(shut.header("Retry-After")) > 800, shut.header("Retry-After"));
    }

    @Test
    void theOwnerSeesToTokensAndPassword() {
        Browser admin = admin();
        JsonNode issued = by(admin, "POST", "/api/account/tokens", "{\"label\":\"laptop\"}")
                .json();
        assertEquals(List.of(), SchemaCheck.problems("IssuedToken", issued));
        String token = "Bearer " + issued.get("token").asText();
        JsonNode account =
                library.calls.get("/api/account", "Authorization", token).json();
        assertEquals(List.of(), SchemaCheck.problems("Account", account));
        assertEquals("laptop", account.get("tokens").get(0).get("label").asText());
        assertFalse(account.toString().contains("clew_"));
        assertEquals(204, by(admin, "DELETE", "/api/account/tokens/1", "").status());
        assertEquals(
                401, library.calls.get("/api/account", "Authorization", token).status());
        Calls.Told changed = by(
                admin,
                "PUT",
                "/api/account/password",
                "{\"present\":\"" + GOOD + "\",\"password\":\"another thread entirely\"}");
        Browser anew = browser(changed);
        assertEquals(
                "{\"role\":\"anybody\"}",
                library.calls.get("/api/session", "Cookie", admin.cookie()).text());
        assertEquals(
                200, library.calls.get("/api/account", "Cookie", anew.cookie()).status());
    }

    @Test
    void anAdminSeesToAccounts() {
        Browser admin = admin();
        String token = library.token("ada", Role.CURATOR);
        Calls.Told changed = by(admin, "PUT", "/api/accounts/ada", "{\"role\":\"reader\"}");
        assertEquals("reader", changed.json().get("role").asText());
        assertEquals(
                "reader",
                library.calls
                        .get("/api/session", "Authorization", "Bearer " + token)
                        .json()
                        .get("role")
                        .asText());
        assertEquals(
                409,
                by(admin, "PUT", "/api/accounts/root", "{\"disabled\":true}").status());
        assertEquals(
                404,
                by(admin, "PUT", "/api/accounts/nobody", "{\"disabled\":true}").status());
        assertEquals(204, by(admin, "DELETE", "/api/accounts/ada/tokens/1", "").status());
        JsonNode all =
                library.calls.get("/api/accounts", "Cookie", admin.cookie()).json();
        assertEquals(List.of(), SchemaCheck.problems("Accounts", all));
        assertEquals(2, all.get("accounts").size());
    }

    @Test
    void unknownFieldsAreNamedAndNothingTypedIsRepeated() {
        Calls.Told told = send("POST", "/api/session", "{\"name\":\"a\",\"password\":\"my secret\",\"pin\":\"1234\"}");
        assertEquals(422, told.status());
        assertTrue(told.text().contains("pin: is not a field here"), told.text());
        assertFalse(told.text().contains("my secret") || told.text().contains("1234"), told.text());
        assertEquals(422, send("POST", "/api/session", "[]").status());
        assertEquals(
                422,
                send("POST", "/api/session", "{\"name\":[\"a\"],\"password\":\"b\"}")
                        .status());
    }
}
