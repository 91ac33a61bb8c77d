package dev.clew.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clew.ledger.Backups;
import dev.clew.mail.Mailbox;
import dev.clew.model.ClewException;
import dev.clew.sparql.SparqlSettings;
import dev.clew.sparql.crowd.CrowdLimits;
import dev.clew.store.DatabaseAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path data;

    private Settings read(Map<Setting, String> more, Map<String, String> environment) {
        Map<Setting, String> flags = new java.util.EnumMap<>(Map.of(Setting.DATA, data.toString()));
        flags.putAll(more);
        return Settings.read(flags, environment);
    }

    @Test
    void withoutAnySettingTheDefaultsHold() {
        CrowdLimits crowd = new CrowdLimits(
                3, 40, Duration.ofSeconds(10), Duration.ofSeconds(5), new CrowdLimits.PerClient(8, 3_000));
        SparqlSettings limits = new SparqlSettings(
                Duration.ofSeconds(30), new SparqlSettings.Answers(100_000, 50_000_000, 64_000_000), 100_000, crowd);
        assertEquals(
                new Settings(
                        data,
                        "localhost",
                        8080,
                        URI.create("http://localhost:8080/"),
                        limits,
                        new Settings.Embeddings(true, null),
                        new Backups.Settings(data.resolve("backups"), 7, Duration.ofHours(24)),
                        new Settings.Servers(null, null, false, null, new Settings.Scanning(null, "built-in"))),
                read(Map.of(), Map.of()));
    }

    @Test
    void theDatabaseIsSqliteUnlessAPostgresqlAddressIsGivenWhosePasswordIsNeverRepeated() {
        Settings there =
                read(Map.of(), Map.of("CLEW_DATABASE", "postgresql://ada:a%40b@db.example:6543/clew?ssl=true"));
        assertEquals(new DatabaseAddress("db.example:6543", "clew", "ssl=true", "ada", "a@b"), there.database());
        assertEquals(null, there.backups().every());
        assertEquals("postgresql://ada@db.example:6543/clew", String.valueOf(there.database()));
        ClewException refused = assertThrows(
                ClewException.class,
                () -> read(Map.of(), Map.of("CLEW_DATABASE", "mysql://ada:secret@db.example/clew")));
        assertEquals(
                "The setting database cannot be read by the environment variable CLEW_DATABASE. Give sqlite, or"
                        + " postgresql://USER:PASSWORD@HOST:PORT/NAME with its parts percent-encoded.",
                refused.getMessage());
        Map<String, String> both =
                Map.of("CLEW_DATABASE", "postgresql://ada@db.example/clew", "CLEW_BACKUP_HOURS", "3");
        assertEquals(
                "The setting backup-hours is '3' by the environment variable CLEW_BACKUP_HOURS. Give off, for a library"
                        + " in PostgreSQL is backed up by pg_dump.",
                assertThrows(ClewException.class, () -> read(Map.of(), both)).getMessage());
    }

    @Test
    void aFlagCountsBeforeTheEnvironmentAndTheEnvironmentBeforeTheFile() throws IOException {
        Files.writeString(data.resolve(Settings.FILE), "port=1\nhost=file\nsparql-rows=3\n");
        Settings settings = read(Map.of(Setting.PORT, "7"), Map.of("CLEW_PORT", "5", "CLEW_HOST", "environment"));
        assertEquals(7, settings.port());
        assertEquals("environment", settings.host());
        assertEquals(3, settings.sparql().answers().rows());
    }

    @Test
    void theLongestQueryIsSetWithinItsBounds() {
        Map<String, String> longer = Map.of("CLEW_SPARQL_QUERY_CHARACTERS", "250000");
        assertEquals(250_000, read(Map.of(), longer).sparql().limitQueryCharacters());
        Map<String, String> none = Map.of("CLEW_SPARQL_QUERY_CHARACTERS", "0");
        assertEquals(
                "The setting sparql-query-characters is '0' by the environment variable CLEW_SPARQL_QUERY_CHARACTERS."
                        + " Give a whole number from 1 to 1000000.",
                assertThrows(ClewException.class, () -> read(Map.of(), none)).getMessage());
    }

    @Test
    void aRefusalNamesTheSettingItsValueWhereItWasGivenAndWhatWasExpected() {
        ClewException refused = assertThrows(ClewException.class, () -> read(Map.of(), Map.of("CLEW_PORT", "eighty")));
        assertEquals(
                "The setting port is 'eighty' by the environment variable CLEW_PORT. Give a whole number from 0 to 65535.",
                refused.getMessage());
    }

    @Test
    void anUnknownLineInTheFileIsRefusedByName() throws IOException {
        Files.writeString(data.resolve(Settings.FILE), "prot=1\n");
        ClewException refused = assertThrows(ClewException.class, () -> read(Map.of(), Map.of()));
        assertEquals(
                "Unknown setting 'prot' in " + data.resolve(Settings.FILE)
                        + ". Known settings: data, host, port, base, database, neo4j-uri, neo4j-user,"
                        + " neo4j-password, neo4j-database, engine, sparql-seconds, sparql-rows, sparql-megabytes,"
                        + " sparql-query-characters, sparql-concurrent, sparql-waiting, sparql-wait-seconds, sparql-busy-seconds,"
                        + " sparql-client-concurrent, sparql-client-minute, sparql-cache-megabytes, backup-hours,"
                        + " backup-keep, backup-directory, fetch-private, smtp-host, smtp-port, smtp-security, smtp-user, smtp-password, mail-from, bounces,"
                        + " language-model-url, language-model-key, language-model-name, language-model-tokens,"
                        + " language-model-prices, language-model-cost, feed-extractor, embeddings, embedding-model (data only by flag or environment).",
                refused.getMessage());
    }

    @Test
    void aMailboxOfWhatComesBackGoesWithAMailServerAndItsPasswordIsNotRepeated() {
        Map<String, String> mail = Map.of("CLEW_SMTP_HOST", "mail.example.org", "CLEW_MAIL_FROM", "clew@example.org");
        Map<String, String> both = new HashMap<>(mail);
        both.put("CLEW_BOUNCES", "imaps://clew:sec%2Fret@mail.example.org/Back");
        assertEquals(
                Mailbox.parse("imaps://clew:sec%2Fret@mail.example.org:993/Back"),
                Objects.requireNonNull(read(Map.of(), both).servers().mail()).bounces());
        assertNull(Objects.requireNonNull(read(Map.of(), mail).servers().mail()).bounces());
        both.put("CLEW_BOUNCES", "pop3://clew:secret@mail.example.org");
        assertEquals(
                "The setting bounces cannot be used as it is by the environment variable CLEW_BOUNCES."
                        + " Give off, or imaps://USER:PASSWORD@HOST:PORT/FOLDER with its parts percent-encoded.",
                assertThrows(ClewException.class, () -> read(Map.of(), both)).getMessage());
        assertEquals(
                "The setting bounces cannot be used as it is by the environment variable CLEW_BOUNCES."
                        + " Give off, or set smtp-host as well.",
                assertThrows(
                                ClewException.class,
                                () -> read(Map.of(), Map.of("CLEW_BOUNCES", "imaps://clew:secret@mail.example.org")))
                        .getMessage());
    }

    @Test
    void aBaseWithoutItsSlashIsRefused() {
        ClewException refused =
                assertThrows(ClewException.class, () -> read(Map.of(Setting.BASE, "http://clew.example"), Map.of()));
        assertEquals(
                "The setting base is 'http://clew.example' by the flag --base."
                        + " Give an http or https address that ends with a slash.",
                refused.getMessage());
    }

    @Test
    void withoutAnAddressAndAKeyNoLanguageModelIsAsked() {
        Settings.Scanning none = new Settings.Scanning(null, "built-in");
        assertEquals(none, read(Map.of(), Map.of()).servers().scanning());
        assertEquals(
                none,
                read(Map.of(Setting.LANGUAGE_MODEL_KEY, "k"), Map.of())
                        .servers()
                        .scanning());
        Map<Setting, String> noKey =
                Map.of(Setting.LANGUAGE_MODEL_URL, "http://localhost:1/v1", Setting.LANGUAGE_MODEL_NAME, "m");
        ClewException refused = assertThrows(ClewException.class, () -> read(noKey, Map.of()));
        assertEquals(
                "The setting language-model-key is '' by the default. Give the key of the server, or none where it asks for"
                        + " none, as language-model-url is set.",
                refused.getMessage());
        Map<Setting, String> feeds = Map.of(Setting.FEED_EXTRACTOR, "language-model");
        assertThrows(ClewException.class, () -> read(feeds, Map.of()));
        Settings.Scanning local =
                read(noKey, Map.of("CLEW_LANGUAGE_MODEL_KEY", "none")).servers().scanning();
        assertEquals("m at http://localhost:1/v1", String.valueOf(local.model()));
    }

    @Test
    void pathsAreSearchedInMemoryUnlessAServerIsSetAndChosen() {
        ClewException alone = assertThrows(ClewException.class, () -> read(Map.of(), Map.of("CLEW_ENGINE", "neo4j")));
        assertEquals(
                "The setting engine is 'neo4j' by the environment variable CLEW_ENGINE. Give embedded, or set neo4j-uri as"
                        + " well.",
                alone.getMessage());
        ClewException unknown = assertThrows(ClewException.class, () -> read(Map.of(), Map.of("CLEW_ENGINE", "fast")));
        assertEquals(
                "The setting engine is 'fast' by the environment variable CLEW_ENGINE. Give embedded or neo4j.",
                unknown.getMessage());
        Map<String, String> server = Map.of("CLEW_NEO4J_URI", "bolt://localhost:7687");
        assertEquals(
                false,
                Objects.requireNonNull(read(Map.of(), server).servers().graph()).walked());
    }
}
