package dev.clew.fault;

import dev.clew.app.Explorer;
import dev.clew.app.Setting;
import dev.clew.fault.RawHttp.Told;
import dev.clew.model.Role;
import dev.clew.web.Calls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Sends requests for every route of the description, made worse by a seed, with the token of an admin: each must be answered
 * within the limit, none with a fault of Clew's own, and none that is refused may change anything.
 */
public final class HostileRequests {
    private static final int LIMIT_MILLIS = 5_000;
    private static final int UNSETTLED = 30;

    private final Random random;
    private final Mutator mutator;
    private final Explorer explorer;
    private final RawHttp http;
    private final Findings findings = new Findings();
    private String token;
    private int accounts;
    /** For how many requests more a change may still come of one before, which was broken off or runs in the background. */
    private int unsettled;

    private HostileRequests(Explorer explorer, long seed) {
        this.explorer = explorer;
        random = new Random(seed);
        mutator = new Mutator(random);
        http = new RawHttp(explorer.address());
        token = admin();
    }

    /** Sends so many requests to a server of their own below the directory. */
    public static Findings run(Path directory, long seed, int count) throws IOException {
        Map<Setting, String> limits = Map.of(Setting.SPARQL_SECONDS, "3", Setting.SPARQL_CLIENT_MINUTE, "1000000");
        Findings findings;
        try (Explorer explorer = Served.small(directory, limits)) {
            HostileRequests run = new HostileRequests(explorer, seed);
            run.send(count);
            findings = run.findings;
            Whole.require(explorer, findings);
        }
        Whole.requireDerived(Served.settings(directory, limits), findings);
        return findings;
    }

    private String admin() {
        return Served.token(explorer, "admin-" + accounts++, Role.ADMIN);
    }

    private void send(int count) throws IOException {
        Requests requests = new Requests(
                random, new Calls(explorer.address()).get("/api/openapi.json").json());
        findings.add("routes", requests.routes());
        for (int i = 0; i < count; i++) {
            send(requests.next(i));
        }
    }

    private void send(Requests.Made made) throws IOException {
        boolean mangled = random.nextInt(8) == 0;
        byte[] body = made.body().length > 0 && random.nextInt(3) > 0 ? mutator.mutant(made.body()) : made.body();
        String address = random.nextInt(6) == 0 ? made.address() + worse() : made.address();
        byte[] bytes = bytes(made, address, body);
        byte[] sent = mangled ? mutator.mutant(bytes) : bytes;
        long before = explorer.installation().ledger().head().n();
        Told told = http.send(sent, LIMIT_MILLIS);
        long changes = explorer.installation().ledger().head().n() - before;
        judge(new String(sent, StandardCharsets.UTF_8), told, mangled, changes);
        if (told.status() == 401 || told.status() == 403) {
            token = admin();
        }
    }

    /** Something that must not stand in an address, or another parameter. */
    private String worse() {
        return List.of(
                        "%",
                        "%zz",
                        "%00",
                        "%ff%fe",
                        "/..",
                        "//",
                        ";x=y",
                        "&limit=-1",
                        "?q=%ed%a0%80",
                        "#",
                        "&&&",
                        "%2f%2e%2e",
                        "|",
                        "\\")
                .get(random.nextInt(14));
    }

    private byte[] bytes(Requests.Made made, String address, byte[] body) {
        StringBuilder head = new StringBuilder(
                made.method() + " " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        head.append("Authorization: Bearer ").append(token).append("\r\n");
        for (int i = 0; i < made.headers().size(); i += 2) {
            head.append(made.headers().get(i))
                    .append(": ")
                    .append(made.headers().get(i + 1))
                    .append("\r\n");
        }
        if (body.length > 0 || !List.of("GET", "HEAD").contains(made.method())) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private void judge(String sent, Told told, boolean mangled, long changes) {
        findings.count("answered " + (told.status() / 100) + "xx");
        findings.most("longest, ms", told.millis());
        findings.add("changes written", changes);
        String said = sent.substring(0, Math.min(sent.length(), 900)).replaceAll("Bearer \\S+", "Bearer …") + "\n=> "
                + told.text().substring(0, Math.min(told.text().length(), 1800));
        findings.expect(told.isOver() && told.millis() <= LIMIT_MILLIS, "no end within the limit: " + said);
        findings.expect(told.status() > 0 || mangled, "no answer: " + said);
        findings.expect(
                told.status() < 500 || told.status() == 503 || mangled && told.status() == 505, "a fault: " + said);
        findings.expect(
                !told.text().contains("\tat ") && !told.text().contains("Exception:"),
                "tells how it is built: " + said);
        boolean settled = unsettled == 0;
        unsettled = told.status() == 0 || sent.contains("/api/import") ? UNSETTLED : Math.max(0, unsettled - 1);
        if (told.status() >= 400) {
            findings.expect(
                    changes == 0 || !settled || sent.contains("/api/import"),
                    "refused, and yet something was written: " + said);
            boolean told405 = sent.startsWith("HEAD") || sent.startsWith("TRACE");
            String type = told.header("Content-Type");
            boolean toldByPage = type.startsWith("text/html") && sent.contains("Accept: text/html");
            findings.expect(
                    mangled
                            || told405
                            || toldByPage
                            || sent.contains("/mcp")
                            || type.startsWith("application/problem+json"),
                    "refused without saying why: " + said);
            findings.expect(
                    mangled
                            || told405
                            || !type.startsWith("application/problem+json")
                            || told.body().contains(told.header("X-Request-Id")),
                    "a problem without the id of its request: " + said);
        }
    }
}
