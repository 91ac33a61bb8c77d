package dev.clew.fault;

import dev.clew.app.Explorer;
import dev.clew.ledger.Ledger;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.web.Calls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Writes that fail between good ones: imports whose last line is wrong, uploads that break off, imports that are cancelled, and
 * interrupts of the threads that write. What failed leaves exactly what it was told to have left, and the next write is as
 * quick as any, everything stored stays readable, and a backup can be made.
 */
public final class FailedWrites {
    private static final int CLAIMS = 20;
    /** Two changes of an import. */
    private static final int CANCELLED_CLAIMS = 1_100;

    private static final int READ_EVERY = 50;
    private static final int WRITERS = 3;
    private static final long QUICK_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 5_000;
    private static final Duration FOLLOWED = Duration.ofSeconds(15);
    private static final String LINK =
            "\"links\":[{\"subject\":\"compute\",\"relation\":\"enables\",\"object\":\"alliance\"}]";

    /** Last lines of JSON Lines that cannot be kept. */
    private static final List<String> BAD_LINES = List.of(
            "{\"id\":\"broken-off\",\"text\":\"A claim without",
            "{\"id\":\"bad\",\"text\":\"Says a source that is not there.\",\"source\":\"nowhere\"}",
            "{\"id\":\"bad\",\"text\":\"Of nothing.\",\"source\":\"brief\",\"links\":[{\"subject\":\"compute\","
                    + "\"relation\":\"enables\",\"object\":\"nothing-there\"}]}",
            "{\"id\":\"bad\",\"text\":\"With the wrong sign.\",\"source\":\"brief\",\"links\":[{\"subject\":\"compute\","
                    + "\"relation\":\"enables\",\"object\":\"alliance\",\"sign\":\"-\"}]}",
            "{\"id\":\"bad\",\"text\":\"With a field too many.\",\"source\":\"brief\",\"more\":1}",
            "{\"id\":\"bad\",\"text\":\"Of bytes that are no text: \u00ff\",\"source\":\"brief\"}");

    private final Random random;
    private final Explorer explorer;
    private final Calls calls;
    private final Ledger ledger;
    private final String token;
    private final Traffic traffic;
    private final String mark = "mark " + UUID.randomUUID();
    private final Findings findings = new Findings();
    private final Map<Long, Long> quick = new TreeMap<>();

    private FailedWrites(Explorer explorer, long seed) {
        this.explorer = explorer;
        random = new Random(seed);
        calls = new Calls(explorer.address());
        ledger = explorer.installation().ledger();
        token = Served.token(explorer, "failing", Role.ADMIN);
        traffic = new Traffic(token, findings);
    }

    /** So many imports that fail, then so many uploads, cancellations and interrupts, on a server below the directory. */
    public static Findings run(Path directory, long seed, int imports, int aborts)
            throws IOException, InterruptedException {
        Findings findings;
        try (Explorer explorer = Served.small(directory)) {
            FailedWrites run = new FailedWrites(explorer, seed);
            findings = run.findings;
            for (int i = 1; i <= imports; i++) {
                run.failingImport(i);
                run.requireNextWrite("an import that failed", i);
            }
            for (int i = 1; i <= aborts; i++) {
                run.abort(i);
            }
            run.requireQuick();
            run.traffic.requireAllKept(run.calls);
            run.requireBackup();
            Whole.require(explorer, findings);
        }
        Whole.requireDerived(Served.settings(directory, Map.of()), findings);
        return findings;
    }

    private void failingImport(int number) {
        boolean strict = random.nextBoolean();
        String prefix = "import-" + number;
        Calls.Told told = switch (random.nextInt(4)) {
            case 0 -> upload("text/csv", csv(prefix) + "bad,\"Says a source that is not there.\",nowhere\n", strict);
            case 1 -> upload("application/gzip", tornPack(lines(prefix, CLAIMS)), strict);
            default ->
                upload(
                        "application/x-ndjson",
                        lines(prefix, CLAIMS) + BAD_LINES.get(random.nextInt(BAD_LINES.size())),
                        strict);
        };
        requireAsTold(told, prefix, strict);
    }

    private void requireAsTold(Calls.Told told, String prefix, boolean strict) {
        long there = there(prefix, CLAIMS);
        findings.count("imports that failed");
        if (told.status() == 200) {
            long written = told.json().path("written").asLong();
            findings.expect(
                    written == there,
                    prefix + ": told of " + written + " records, " + there + " are there: " + told.text());
            findings.expect(
                    written == 0 || written == CLAIMS && !strict, prefix + ": was written in part: " + told.text());
            boolean refused = told.json().path("refused").asLong() > 0
                    || told.json().path("state").asText().equals("failed");
            findings.expect(refused, prefix + ": its last line was not refused: " + told.text());
            findings.add("records of failed imports kept", written);
        } else {
            findings.expect(
                    told.status() >= 400 && told.status() < 500, prefix + ": told " + told.status() + told.text());
            findings.expect(there == 0, prefix + ": was refused, and " + there + " records are there");
            findings.count("imports refused as a whole");
        }
    }

    private long there(String prefix, int claims) {
        return IntStream.range(0, claims)
                .filter(i -> ledger.read(RecordName.insight(prefix + "-" + i)).isPresent())
                .count();
    }

    private String lines(String prefix, int claims) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < claims; i++) {
            lines.append("{\"id\":\"" + prefix + "-" + i + "\",\"text\":\"Claim " + i + " of " + prefix
                    + ".\",\"note\":\"" + mark + "\",\"source\":\"brief\"," + LINK + "}\n");
        }
        return lines.toString();
    }

    private static String csv(String prefix) {
        StringBuilder rows = new StringBuilder("id,text,source\n");
        for (int i = 0; i < CLAIMS; i++) {
            rows.append(prefix + "-" + i + ",\"Claim " + i + " of " + prefix + ".\",brief\n");
        }
        return rows.toString();
    }

    /** Bytes of a packed file whose end is missing, one character a byte. */
    private String tornPack(String text) {
        byte[] packed = Uploads.packed(text.getBytes(StandardCharsets.UTF_8));
        int length = packed.length / 2 + random.nextInt(packed.length / 2);
        return new String(packed, 0, length, StandardCharsets.ISO_8859_1);
    }

    private Calls.Told upload(String mediaType, String body, boolean strict) {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return Uploads.send(calls, token, "/api/import?wait=30&name=failing.jsonl&strict=" + strict, mediaType, bytes);
    }

    private void abort(int number) throws InterruptedException {
        switch (number % 3) {
            case 0 -> brokenOff();
            case 1 -> cancelled(number);
            default -> interrupted();
        }
        requireNextWrite("an abort", number);
    }

    /** Sends a part of a body and hangs up. */
    private void brokenOff() {
        String body = lines("broken-off-" + random.nextInt(1_000_000), 200);
        String target = List.of(
                        "POST /api/import Content-Type: application/x-ndjson",
                        "POST /api/edits Content-Type: application/json",
                        "POST /sparql/update Content-Type: application/sparql-update",
                        "PUT /sparql/data?default Content-Type: text/turtle")
                .get(random.nextInt(4));
        Uploads.breakOff(explorer.address(), token, target, body, random.nextInt(body.length()));
        findings.count("uploads broken off");
    }

    private void cancelled(int number) {
        String prefix = "cancelled-" + number;
        int claims = random.nextInt(8) == 0 ? CANCELLED_CLAIMS : CLAIMS;
        byte[] body = lines(prefix, claims).getBytes(StandardCharsets.UTF_8);
        Calls.Told begun = Uploads.send(calls, token, "/api/import?wait=0", "application/x-ndjson", body);
        String place = "/api/imports/" + begun.json().path("number").asLong();
        Calls.Told told = calls.sendAs(token, "POST", place + "/cancel", "");
        findings.expect(
                told.status() == 200 || told.status() == 409, "a cancellation was told " + told.status() + told.text());
        Calls.Told ended = calls.get(place, "Authorization", "Bearer " + token);
        findings.count("imports " + ended.json().path("state").asText() + " when cancelled");
        long written = ended.json().path("written").asLong();
        long there = there(prefix, claims);
        findings.expect(
                written == there,
                prefix + ": told of " + written + " records, " + there + " are there: " + ended.text());
    }

    /** Interrupts whatever of the server is at work while others write. */
    private void interrupted() throws InterruptedException {
        traffic.begin(calls, WRITERS, 0);
        traffic.awaitFirst();
        for (int i = 0; i < 2; i++) {
            findings.add("threads interrupted", Interrupts.one(random));
        }
        traffic.end();
        traffic.requireKept(calls);
    }

    private void requireNextWrite(String after, int number) {
        long started = System.nanoTime();
        int status = traffic.write(calls);
        long millis = ServerProcess.millisSince(started);
        findings.expect(status == 200, "the write after " + after + " was told " + status + ": " + traffic.lastSaid());
        findings.most("longest write afterwards, ms", millis);
        findings.expect(millis <= LONGEST_MILLIS, "the write after " + after + " took " + millis + " ms");
        quick.merge(millis <= QUICK_MILLIS ? 1L : 0L, 1L, Long::sum);
        if (number % READ_EVERY == 0) {
            requireReadable();
        }
    }

    /** One in five may be slower: the machine is not only ours. */
    private void requireQuick() {
        long slow = quick.getOrDefault(0L, 0L);
        long all = slow + quick.getOrDefault(1L, 0L);
        findings.add("writes afterwards", all);
        findings.add("of these slower than 1 s", slow);
        findings.expect(slow * 5 <= all, slow + " of " + all + " writes took longer than 1 s");
    }

    private void requireReadable() {
        findings.expect(
                explorer.awaitReady(FOLLOWED),
                "what is derived did not follow: " + calls.get("/health/ready").text());
        String all = "/sparql?query=SELECT%20*%20%7BGRAPH%20%3Fg%20%7B%3Fs%20%3Fp%20%3Fo%7D%7D";
        Calls.Told told = calls.get(all, "Accept", "text/tab-separated-values");
        findings.expect(told.status() == 200, "reading every term was told " + told.status() + " " + told.text());
        findings.most("terms read", told.text().lines().count() * 4);
    }

    private void requireBackup() {
        requireReadable();
        Calls.Told made = calls.sendAs(token, "POST", "/api/backups", "");
        findings.expect(made.status() == 201 && made.json().path("verified").asBoolean(), "no backup: " + made.text());
        List<Path> left = Uploads.left(mark);
        findings.expect(left.isEmpty(), "uploads were left: " + left);
    }
}
