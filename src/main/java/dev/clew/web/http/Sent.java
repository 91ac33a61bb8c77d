package dev.clew.web.http;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request that calls read.
 *
 * @param accept which formats the caller would like; empty when they did not say
 * @param ifMatch which version an edit is based on; null when they did not say
 * @param idempotencyKey by which a repeated request is known; null when there is none
 * @param origin where it came from
 */
public record Sent(
        String accept, @Nullable String ifMatch, @Nullable String idempotencyKey, Origin origin) {
    /** Most characters of an idempotency key. */
    public static final int LIMIT_KEY_CHARACTERS = 200;

    /**
     * Where a request came from.
     *
     * @param address the network address
     * @param sessionSecret the secret in the session's cookie; null when there is none
     * @param readerKey what a private link of a reader of briefs ends with; null when there is none
     */
    public record Origin(
            String address,
            @Nullable String sessionSecret,
            @Nullable String readerKey) {
        @Override
        public String toString() {
            return "Origin[" + address + "]";
        }
    }

    /** Checks the key's length. */
    public Sent {
        if (idempotencyKey != null && (idempotencyKey.isBlank() || idempotencyKey.length() > LIMIT_KEY_CHARACTERS)) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The header Idempotency-Key must have 1 to " + LIMIT_KEY_CHARACTERS + " characters.");
        }
    }
}
