package dev.clew.ingest.extract;

import java.math.BigDecimal;
import java.net.URI;

/**
 * Which language model looks for claims, and how much it may take.
 *
 * @param url an OpenAI-compatible server, such as {@code http://localhost:11434/v1}
 * @param key what is sent to it as a bearer's token; empty for a server that asks for none
 * @param name the model
 * @param budget the most that one transcript may take
 */
public record ModelSettings(URI url, String key, String name, Budget budget) {
    /**
     * The most that one transcript may take; what is kept from earlier costs nothing.
     *
     * @param tokens sent and answered together
     * @param cost in the money of the prices
     * @param prices of the model
     */
    public record Budget(long tokens, BigDecimal cost, Prices prices) {}

    /**
     * What a million tokens cost; 0 for a model that costs nothing.
     *
     * @param sent of what is asked
     * @param answered of what is answered
     */
    public record Prices(BigDecimal sent, BigDecimal answered) {}

    /** Tells nothing of the key. */
    @Override
    public String toString() {
        return name + " at " + url;
    }
}
