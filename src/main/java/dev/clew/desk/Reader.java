package dev.clew.desk;

import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who reads briefs: an account, or whoever holds the private link that was sent to an address.
 *
 * @param number from 1
 * @param account the name of the account; null for a reader by address
 * @param address where briefs are sent; null for a reader who has not given one
 * @param confirmed whether the address was confirmed from its own mailbox
 * @param schedule when a brief is due
 * @param begun nothing that was due before this instant is made up for
 * @param bounce what the server said when it refused the address for good; null when it did not
 */
public record Reader(
        long number,
        @Nullable String account,
        @Nullable String address,
        boolean confirmed,
        Schedule schedule,
        Instant begun,
        @Nullable String bounce) {
    private static final int LIMIT_ADDRESS = 254;
    private static final int LIMIT_LOCAL = 64;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    /** How much of something followed a reader wants. */
    public enum Weight {
        /** It counts half as much again. */
        MORE,
        /** It counts as it does. */
        PLAIN,
        /** It counts half as much. */
        LESS,
        /** Nothing that has it is shown. */
        MUTE;

        /** The written form, such as {@code more}. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /**
     * Something followed.
     *
     * @param what its written form, such as {@code compute} or {@code holder:white-house}
     * @param weight how much of it is wanted
     */
    public record Followed(String what, Weight weight) {}

    /**
     * A reader with a secret of theirs, which is shown only now.
     *
     * @param reader whose it is
     * @param secret what the link ends with
     */
    public record Linked(Reader reader, String secret) {}

    /** Whether briefs are sent to this reader. */
    public boolean isReached() {
        return confirmed && address != null && bounce == null;
    }

    /**
     * The address as it is kept: trimmed, its domain in lower case.
     *
     * @throws ClewException (bad-request) when nothing can be sent to it; the address is not repeated
     */
    public static String address(String given) {
        String address = given.strip();
        int at = address.lastIndexOf('@');
        if (address.length() > LIMIT_ADDRESS
                || at > LIMIT_LOCAL
                || !ADDRESS.matcher(address).matches()) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "That is no e-mail address: give one address such as ada@example.org.");
        }
        return address.substring(0, at) + address.substring(at).toLowerCase(java.util.Locale.ROOT);
    }

    /** Those of some things followed that have one of these weights, in their order. */
    public static List<String> having(List<Followed> followed, Weight weight) {
        return followed.stream()
                .filter(each -> each.weight() == weight)
                .map(Followed::what)
                .toList();
    }
}
