package dev.clew.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that can be set, each by a flag, an environment variable {@code CLEW_…}, or a line of {@code
 * clew.properties} in the data directory: the first that is given counts.
 */
public enum Setting {
    /** The data directory. */
    DATA("clew-data", "The directory that holds everything; created when missing."),
    /** The name or address to listen on. */
    HOST("localhost", "Where to listen; only this machine unless said otherwise."),
    /** The port to listen on; 0 takes a free one. */
    PORT("8080", "Which port to listen on, 0 to 65535; 0 takes a free one."),
    /** The address that records' addresses start with. */
    BASE("http://localhost:8080/", "What the addresses of records start with; ends with a slash."),
    /** Where the tables are. */
    DATABASE(
            "sqlite",
            "Where ledger and desk are: sqlite for the data directory, or postgresql://USER:PASSWORD@HOST:PORT/NAME."),
    /** Which Neo4j server is projected onto. */
    NEO4J_URI("off", "A Neo4j server to project onto, such as bolt://localhost:7687 or neo4j+s://HOST, or off."),
    /** Who signs in there. */
    NEO4J_USER("", "Who signs in at the Neo4j server; empty where it asks for nobody."),
    /** With which password. */
    NEO4J_PASSWORD("", "The password of that user."),
    /** Which database of it. */
    NEO4J_DATABASE("neo4j", "Which database of the Neo4j server is for Clew, and Clew alone."),
    /** Which engine answers searches for paths and by words. */
    ENGINE("embedded", "What searches for paths and by words ask: embedded, or neo4j, the Neo4j server."),
    /** How long a SPARQL query may run. */
    SPARQL_SECONDS("30", "How many seconds a SPARQL query may run, 1 to 3600."),
    /** How many rows a SPARQL query may answer. */
    SPARQL_ROWS("100000", "How many rows a SPARQL query may answer, 1 to 10000000."),
    /** How many megabytes an answer of SPARQL may have. */
    SPARQL_MEGABYTES("50", "How many megabytes a SPARQL answer may have, 1 to 1000."),
    /** How long a SPARQL query or update may be. */
    SPARQL_QUERY_CHARACTERS("100000", "How many characters a SPARQL query or update may have, 1 to 1000000."),
    /** How many SPARQL queries run at once. */
    SPARQL_CONCURRENT("3", "How many SPARQL queries run at once, 1 to 1000."),
    /** How many SPARQL queries wait for a place. */
    SPARQL_WAITING("40", "How many SPARQL queries wait for a place, 1 to 10000."),
    /** How long a SPARQL query waits for a place. */
    SPARQL_WAIT_SECONDS("10", "How many seconds a SPARQL query waits for a place, 1 to 600."),
    /** How long a SPARQL query may run while others wait. */
    SPARQL_BUSY_SECONDS("5", "How many seconds a SPARQL query may run while others wait, 1 to 3600."),
    /** How many SPARQL queries one client has under way. */
    SPARQL_CLIENT_CONCURRENT("8", "How many SPARQL queries one client may have under way, 1 to 1000."),
    /** How often one client may ask. */
    SPARQL_CLIENT_MINUTE("3000", "How many SPARQL queries one client may send a minute, 1 to 1000000."),
    /** How many megabytes of answers are kept. */
    SPARQL_CACHE_MEGABYTES("64", "How many megabytes of SPARQL answers are kept to be given again, 1 to 10000."),
    /** How often the server makes a backup. */
    BACKUP_HOURS("24", "After how many hours the server makes another backup, 1 to 8760, or off."),
    /** How many of its backups stay. */
    BACKUP_KEEP("7", "How many of the server's backups stay, 1 to 1000."),
    /** Where its backups are. */
    BACKUP_DIRECTORY("backups", "Where the server's backups are; within the data directory when not absolute."),
    /** Whether feeds and transcripts may be fetched from private networks. */
    FETCH_PRIVATE(
            "off", "Whether feeds and transcripts may be fetched from private networks and this machine, on or off."),
    /** Which mail server briefs are handed to. */
    SMTP_HOST("off", "The mail server that briefs are handed to, or off: then they are read on pages and by feeds."),
    /** Its port. */
    SMTP_PORT("587", "The port of the mail server, 1 to 65535."),
    /** How the way there is kept secret. */
    SMTP_SECURITY("starttls", "How the way to the mail server is kept secret: starttls, tls, or none."),
    /** Who signs in there. */
    SMTP_USER("", "Who signs in at the mail server; empty where it asks for nobody."),
    /** With which password. */
    SMTP_PASSWORD("", "The password of that user."),
    /** The address that letters come from. */
    MAIL_FROM("", "The address that letters come from, such as clew@example.org; needed with smtp-host."),
    /** In which mailbox it is told that letters came back. */
    BOUNCES(
            "off",
            "The mailbox in which mail servers tell that letters came back, imaps://USER:PASSWORD@HOST:PORT/FOLDER, or off."),
    /** Which server has a language model. */
    LANGUAGE_MODEL_URL(
            "off",
            "An OpenAI-compatible server whose language model may look for claims, such as http://localhost:11434/v1, or off."),
    /** What is sent to it to be let in. */
    LANGUAGE_MODEL_KEY("", "The key of that server, or none where it asks for none; nothing is sent without one."),
    /** Which model of it. */
    LANGUAGE_MODEL_NAME("", "Which model of that server."),
    /** How many tokens a transcript may take. */
    LANGUAGE_MODEL_TOKENS("200000", "How many tokens one transcript may take, 1000 to 100000000."),
    /** What a million tokens cost. */
    LANGUAGE_MODEL_PRICES("0,0", "What a million tokens cost that are sent, and that are answered, such as 0.15,0.60."),
    /** What a transcript may cost. */
    LANGUAGE_MODEL_COST("1", "What one transcript may cost at most, in the money of the prices."),
    /** What looks for claims in what feeds bring. */
    FEED_EXTRACTOR("built-in", "What looks for claims in transcripts that feeds bring: built-in or language-model."),
    /** Whether texts are compared by meaning. */
    EMBEDDINGS("on", "Whether search matches by meaning too, on or off; it takes about 300 MB of memory."),
    /** Which sentence model is used. */
    EMBEDDING_MODEL(
            "shipped",
            "The directory of another sentence model (model.onnx, tokenizer.json; 384 numbers), or shipped.");

    private final String defaultValue;
    private final String meaning;

    Setting(String defaultValue, String meaning) {
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    /** What it is when nobody says. */
    public String defaultValue() {
        return defaultValue;
    }

    /** What it does, with its bounds. */
    public String meaning() {
        return meaning;
    }

    /** Its name in {@code clew.properties}, such as {@code sparql-seconds}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its environment variable, such as {@code CLEW_SPARQL_SECONDS}. */
    public String variable() {
        return "CLEW_" + name();
    }

    /** The setting with this name in {@code clew.properties}. */
    public static Optional<Setting> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** All names, for error sentences. */
    static String keys() {
        return Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "));
    }
}
