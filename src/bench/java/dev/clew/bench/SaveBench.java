package dev.clew.bench;

import dev.clew.app.Explorer;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.desk.Actor;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Claim;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Passage;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.ontology.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Checks and saves claims over HTTP on the data directory that {@link ImportBench} left, as a form does: each save is timed
 * until its answer, which waits until everything shows it. {@code SaveBench DIRECTORY}.
 */
final class SaveBench {
    private static final int SAVES = 100;
    private static final int LINKS = 2;
    private static final int QUOTED_CHARACTERS = 60;

    private final RecordJson json = new RecordJson(Base.DEFAULT);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String token;
    private final List<Insight> claims;

    private SaveBench(String address, String token, List<Insight> claims) {
        this.address = address;
        this.token = token;
        this.claims = claims;
    }

    /** Runs a server in this process. */
    public static void main(String[] arguments) {
        Path data = new BenchFiles(Path.of(arguments[0])).data();
        Settings settings = Settings.read(Map.of(Setting.DATA, data.toString(), Setting.PORT, "0"), Map.of());
        try (Explorer explorer = Explorer.start(settings, new Explorer.Start("bench", false))) {
            if (!explorer.awaitReady(Duration.ofMinutes(10))) {
                throw new IllegalStateException("not ready within ten minutes");
            }
            new SaveBench(explorer.address(), token(explorer), claims(explorer)).run();
        }
    }

    private static String token(Explorer explorer) {
        String name = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        explorer.installation().desk().accounts().add(name, Role.CURATOR, Actor.COMMAND_LINE);
        return explorer.installation()
                .desk()
                .tokens()
                .issue(name, "bench", Actor.COMMAND_LINE)
                .secret();
    }

    /** Some claims of the library with links enough, to be sent again under other ids. */
    private static List<Insight> claims(Explorer explorer) {
        List<Insight> claims = new ArrayList<>();
        explorer.installation()
                .ledger()
                .snapshot(snapshot -> snapshot.records()
                        .filter(each ->
                                each.name().type() == RecordName.insight("any").type())
                        .flatMap((RecordChange each) -> each.record().stream())
                        .map(Insight.class::cast)
                        .filter(each -> each.links().size() >= LINKS)
                        .limit(2L * SAVES)
                        .forEach(claims::add));
        return claims;
    }

    private void run() {
        Timing.row("check of a claim while it is typed", SAVES, i -> send("POST", "api/check", body(i, i, "Typed")));
        Timing.row("save of a new claim, until everything shows it", SAVES, new Saves()::create);
        Timing.row("save of an edited claim", SAVES, new Saves()::edit);
    }

    /** Each save is of an id or a wording of its own, whether it is measured or not. */
    private final class Saves {
        private int next;

        void create(int run) {
            send("POST", "api/insights", body(run, next++, "Saved"));
        }

        void edit(int run) {
            HttpResponse<String> read = told(HttpRequest.newBuilder(URI.create(address + "api/insights/saved-" + run)));
            String tag = read.headers().firstValue("ETag").orElseThrow();
            send("PUT", "api/insights/saved-" + run, body(run, run, "Edit " + next++ + " of"), "If-Match", tag);
        }
    }

    /** A claim as a curator enters it: two links, who believes and who says it, what was said and when. */
    private String body(int claim, int number, String how) {
        Insight insight = claims.get(claim % claims.size());
        Claim said = insight.claim();
        String quote = said.text().substring(0, said.text().indexOf(' ', QUOTED_CHARACTERS));
        return json.write(new Insight(
                        "saved-" + number,
                        new Claim(
                                how + " " + number + ": " + said.text(),
                                said.language(),
                                said.type(),
                                said.certainty()),
                        insight.belief(),
                        new Passage(
                                insight.passage().source(), insight.passage().span(), quote),
                        insight.links().subList(0, LINKS),
                        List.of(),
                        InsightReferences.NONE,
                        insight.subjects(),
                        null))
                .toString();
    }

    private void send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> told = told(request);
        if (told.statusCode() > 299 || told.body().contains("\"visible\":false")) {
            throw new IllegalStateException(method + " " + path + " told " + told.statusCode() + ": " + told.body());
        }
    }

    private HttpResponse<String> told(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
