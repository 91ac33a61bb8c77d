package dev.clew.desk;

import java.time.Instant;

/**
 * What is known of a token, which itself is not kept.
 *
 * @param number tells it from others
 * @param account whose it is
 * @param label what it is for, in the owner's words
 * @param made when
 */
public record Token(long number, String account, String label, Instant made) {
    /**
     * A token as it was made.
     *
     * @param token what is known of it
     * @param secret the token itself, shown once
     */
    public record Issued(Token token, String secret) {
        @Override
        public String toString() {
            return "Issued[" + token + "]";
        }
    }
}
