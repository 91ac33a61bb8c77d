package dev.clew.app;

import dev.clew.ingest.extract.BuiltInExtractor;
import dev.clew.ingest.extract.LanguageModelExtractor;
import dev.clew.ingest.extract.ModelSettings;
import dev.clew.ledger.Backups;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.neo4j.Neo4jSettings;
import dev.clew.sparql.SparqlSettings;
import dev.clew.sparql.crowd.CrowdLimits;
import dev.clew.store.DatabaseAddress;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one start, each checked.
 *
 * @param data the data directory, absolute
 * @param host where to listen
 * @param port which port, 0 for a free one
 * @param base what the addresses of records start with
 * @param sparql the limits of the SPARQL endpoint
 * @param embeddings whether and how texts are compared by meaning
 * @param backups where, how often and how many the server makes
 * @param servers what else is used beside the data directory
 */
public record Settings(
        Path data,
        String host,
        int port,
        URI base,
        SparqlSettings sparql,
        Embeddings embeddings,
        Backups.Settings backups,
        Servers servers) {
    private static final long MEGABYTE = 1_000_000;

    /**
     * What is used beside the data directory.
     *
     * @param database the PostgreSQL database that holds ledger and desk; null for SQLite in the data directory
     * @param graph the Neo4j server that is projected onto; null for none
     * @param anyAddress whether fetching may reach private networks
     * @param mail the server that takes letters; null where none are sent
     * @param scanning what looks for claims
     */
    public record Servers(
            @Nullable DatabaseAddress database,
            @Nullable GraphServer graph,
            boolean anyAddress,
            @Nullable MailSettings mail,
            Scanning scanning) {}

    /**
     * A Neo4j server that is projected onto.
     *
     * @param neo4j how to reach it
     * @param walked whether searches for paths walk the graph there
     */
    public record GraphServer(Neo4jSettings neo4j, boolean walked) {}

    /**
     * What looks for claims.
     *
     * @param model the language model that may; null for none
     * @param feedExtractor the code of what looks through what feeds bring
     */
    public record Scanning(@Nullable ModelSettings model, String feedExtractor) {}

    /** The PostgreSQL database that holds ledger and desk; null for SQLite in the data directory. */
    public @Nullable DatabaseAddress database() {
        return servers.database();
    }

    /** The file of settings in the data directory. */
    public static final String FILE = "clew.properties";

    /**
     * How texts are compared by meaning.
     *
     * @param on whether they are
     * @param model the directory of the sentence model; null for the one that ships
     */
    public record Embeddings(boolean on, @Nullable Path model) {}

    /**
     * Reads the settings: flags, then the environment, then {@value #FILE} in the data directory, then the defaults.
     *
     * @throws ClewException (bad-request) naming the setting, its value, where it was given and what was expected
     */
    public static Settings read(Map<Setting, String> flags, Map<String, String> environment) {
        Map<Setting, Given> given = new EnumMap<>(Setting.class);
        flags.forEach((setting, value) -> given.put(setting, new Given(value, "the flag --" + setting.key())));
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null && !value.isEmpty()) {
                given.putIfAbsent(setting, new Given(value, "the environment variable " + setting.variable()));
            }
        }
        Values values = new Values(given);
        Path data = values.path(Setting.DATA);
        fromFile(data).forEach(given::putIfAbsent);
        return new Settings(
                data,
                values.text(Setting.HOST),
                (int) values.number(Setting.PORT, 0, 65_535),
                values.base(Setting.BASE),
                values.sparql(),
                values.embeddings(),
                values.backups(data),
                new Servers(
                        values.database(),
                        values.graph(),
                        values.isOn(Setting.FETCH_PRIVATE),
                        new MailValues(values).mail(),
                        values.scanning()));
    }

    private static Map<Setting, Given> fromFile(Path data) {
        Path file = data.resolve(FILE);
        Map<Setting, Given> given = new HashMap<>();
        if (!Files.isRegularFile(file)) {
            return given;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "Cannot read the settings in " + file + ": " + unreadable.getMessage()
                            + ". Mend or remove the file.",
                    unreadable);
        }
        properties.forEach(
                (key, value) -> given.put(known(key.toString(), file), new Given(value.toString(), file.toString())));
        return given;
    }

    private static Setting known(String key, Path file) {
        return Setting.find(key)
                .filter(setting -> setting != Setting.DATA)
                .orElseThrow(() -> new ClewException(
                        ErrorCode.BAD_REQUEST,
                        "Unknown setting '" + key + "' in " + file + ". Known settings: " + Setting.keys()
                                + " (data only by flag or environment)."));
    }

    /** What is given for a setting, and where. */
    record Given(String value, String where) {}

    /** What is given, read setting by setting. */
    record Values(Map<Setting, Given> given) {
        String text(Setting setting) {
            @Nullable Given found = given.get(setting);
            return found == null ? setting.defaultValue() : found.value();
        }

        long number(Setting setting, long least, long most) {
            String text = text(setting).strip();
            if (!text.matches("\\d{1,18}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
                throw refused(setting, "a whole number from " + least + " to " + most);
            }
            return Long.parseLong(text);
        }

        SparqlSettings sparql() {
            SparqlSettings.Answers answers = new SparqlSettings.Answers(
                    count(Setting.SPARQL_ROWS, 10_000_000),
                    number(Setting.SPARQL_MEGABYTES, 1, 1_000) * MEGABYTE,
                    number(Setting.SPARQL_CACHE_MEGABYTES, 1, 10_000) * MEGABYTE);
            CrowdLimits crowd = new CrowdLimits(
                    count(Setting.SPARQL_CONCURRENT, 1_000),
                    count(Setting.SPARQL_WAITING, 10_000),
                    Duration.ofSeconds(number(Setting.SPARQL_WAIT_SECONDS, 1, 600)),
                    Duration.ofSeconds(number(Setting.SPARQL_BUSY_SECONDS, 1, 3_600)),
                    new CrowdLimits.PerClient(
                            count(Setting.SPARQL_CLIENT_CONCURRENT, 1_000),
                            count(Setting.SPARQL_CLIENT_MINUTE, 1_000_000)));
            Duration time = Duration.ofSeconds(number(Setting.SPARQL_SECONDS, 1, 3_600));
            return SparqlSettings.DEFAULT
                    .withTimeLimit(time)
                    .withAnswers(answers)
                    .withLimitQueryCharacters(count(Setting.SPARQL_QUERY_CHARACTERS, 1_000_000))
                    .withCrowd(crowd);
        }

        int count(Setting setting, int most) {
            return (int) number(setting, 1, most);
        }

        boolean isOn(Setting setting) {
            String on = text(setting).strip();
            if (!on.equals("on") && !on.equals("off")) {
                throw refused(setting, "on or off");
            }
            return on.equals("on");
        }

        Embeddings embeddings() {
            boolean shipped = text(Setting.EMBEDDING_MODEL).equals(Setting.EMBEDDING_MODEL.defaultValue());
            return new Embeddings(isOn(Setting.EMBEDDINGS), shipped ? null : path(Setting.EMBEDDING_MODEL));
        }

        Backups.Settings backups(Path data) {
            boolean off = text(Setting.BACKUP_HOURS).strip().equals("off")
                    || database() != null && !given.containsKey(Setting.BACKUP_HOURS);
            if (!off && database() != null) {
                throw refused(Setting.BACKUP_HOURS, "off, for a library in PostgreSQL is backed up by pg_dump");
            }
            Duration every = off ? null : Duration.ofHours(number(Setting.BACKUP_HOURS, 1, 8760));
            int keep = (int) number(Setting.BACKUP_KEEP, 1, Backups.LIMIT_KEPT);
            try {
                return new Backups.Settings(
                        data.resolve(text(Setting.BACKUP_DIRECTORY)).normalize(), keep, every);
            } catch (InvalidPathException unusable) {
                throw refused(Setting.BACKUP_DIRECTORY, "the path of a directory");
            }
        }

        @Nullable DatabaseAddress database() {
            String text = text(Setting.DATABASE).strip();
            if (text.equals(Setting.DATABASE.defaultValue())) {
                return null;
            }
            try {
                return DatabaseAddress.parse(text);
            } catch (ClewException refused) {
                throw new ClewException(
                        ErrorCode.BAD_REQUEST,
                        "The setting database cannot be read by " + where(Setting.DATABASE) + ". Give sqlite, or"
                                + " postgresql://USER:PASSWORD@HOST:PORT/NAME with its parts percent-encoded.",
                        refused);
            }
        }

        @Nullable GraphServer graph() {
            Neo4jSettings neo4j = neo4j();
            String engine = text(Setting.ENGINE).strip();
            boolean walked = engine.equals("neo4j");
            if (!walked && !engine.equals(Setting.ENGINE.defaultValue())) {
                throw refused(Setting.ENGINE, "embedded or neo4j");
            }
            if (walked && neo4j == null) {
                throw refused(Setting.ENGINE, "embedded, or set neo4j-uri as well");
            }
            return neo4j == null ? null : new GraphServer(neo4j, walked);
        }

        @Nullable Neo4jSettings neo4j() {
            String uri = text(Setting.NEO4J_URI).strip();
            if (uri.equals(Setting.NEO4J_URI.defaultValue())) {
                return null;
            }
            if (!uri.matches("[a-z0-9+]+://[^\\s@/]+/?")) {
                throw refused(Setting.NEO4J_URI, "off, or an address such as bolt://localhost:7687 without user");
            }
            return new Neo4jSettings(
                    URI.create(uri),
                    text(Setting.NEO4J_USER),
                    text(Setting.NEO4J_PASSWORD),
                    text(Setting.NEO4J_DATABASE));
        }

        Scanning scanning() {
            ModelSettings model = model();
            String feeds = text(Setting.FEED_EXTRACTOR).strip();
            List<String> known = model == null
                    ? List.of(BuiltInExtractor.CODE)
                    : List.of(BuiltInExtractor.CODE, LanguageModelExtractor.CODE);
            if (!known.contains(feeds)) {
                throw refused(
                        Setting.FEED_EXTRACTOR, String.join(" or ", known) + " (the latter needs language-model-url)");
            }
            return new Scanning(model, feeds);
        }

        private @Nullable ModelSettings model() {
            String url = text(Setting.LANGUAGE_MODEL_URL).strip();
            if (url.equals(Setting.LANGUAGE_MODEL_URL.defaultValue())) {
                return null;
            }
            if (!url.matches("https?://[A-Za-z0-9._~:/%-]+|https?://\\[[0-9a-f:]+][A-Za-z0-9._~:/%-]*")) {
                throw refused(Setting.LANGUAGE_MODEL_URL, "off, or an http or https address without user and query");
            }
            String key = required(Setting.LANGUAGE_MODEL_KEY, "the key of the server, or none where it asks for none");
            return new ModelSettings(
                    URI.create(url),
                    key.equals("none") ? "" : key,
                    required(Setting.LANGUAGE_MODEL_NAME, "the name of a model of the server"),
                    new ModelSettings.Budget(
                            number(Setting.LANGUAGE_MODEL_TOKENS, 1_000, 100_000_000),
                            money(Setting.LANGUAGE_MODEL_COST, text(Setting.LANGUAGE_MODEL_COST)),
                            prices()));
        }

        private ModelSettings.Prices prices() {
            String[] parts = text(Setting.LANGUAGE_MODEL_PRICES).split(",", -1);
            if (parts.length != 2) {
                throw refused(Setting.LANGUAGE_MODEL_PRICES, "two numbers such as 0.15,0.60");
            }
            return new ModelSettings.Prices(
                    money(Setting.LANGUAGE_MODEL_PRICES, parts[0]), money(Setting.LANGUAGE_MODEL_PRICES, parts[1]));
        }

        private BigDecimal money(Setting setting, String text) {
            if (!text.strip().matches("\\d{1,9}(\\.\\d{1,9})?")) {
                throw refused(setting, "numbers such as 0.15");
            }
            return new BigDecimal(text.strip());
        }

        private String required(Setting setting, String expected) {
            String text = text(setting).strip();
            if (text.isEmpty()) {
                throw refused(setting, expected + ", as language-model-url is set");
            }
            return text;
        }

        String where(Setting setting) {
            @Nullable Given found = given.get(setting);
            return found == null ? "the default" : found.where();
        }

        Path path(Setting setting) {
            try {
                return Path.of(text(setting)).toAbsolutePath().normalize();
            } catch (InvalidPathException unusable) {
                throw refused(setting, "the path of a directory");
            }
        }

        URI base(Setting setting) {
            String text = text(setting);
            if (!text.matches("https?://[^\\s<>\"?#{}|\\\\^`]+/")) {
                throw refused(setting, "an http or https address that ends with a slash");
            }
            return URI.create(text);
        }

        ClewException refused(Setting setting, String expected) {
            return new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The setting " + setting.key() + " is '" + text(setting) + "' by " + where(setting) + ". Give "
                            + expected + ".");
        }
    }
}
