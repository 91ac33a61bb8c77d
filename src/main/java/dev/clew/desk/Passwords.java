package dev.clew.desk;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Passwords, kept as Argon2id with 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet), and what they must
 * be (OWASP ASVS 5.0, V6.2): length counts, and no rule about kinds of characters. Safe for any number of threads; two are
 * hashed at once, so that many sign-ins cannot take all memory. One costs tens of milliseconds.
 */
final class Passwords {
    /** Fewest characters. */
    static final int LEAST_CHARACTERS = 8;
    /** Most characters. */
    static final int LIMIT_CHARACTERS = 200;

    private static final Argon2Function ARGON = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    /**
     * What an unknown name's password is held against, so that the answer takes as long as for a known one: made of 32 bytes at
     * random that nobody kept. Making one at each start would take a fifth of a second.
     */
    static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$5TTaNmY+2K5b+Dgfpal1zw$4+urFhBtY0gm3d4R2ikEhR8Hf1fGgK1afHVeMeKY2Qk";

    private static final int SALT_BYTES = 16;
    private static final String COMMON = "common-passwords.txt";

    private final SecureRandom random = new SecureRandom();
    private final Semaphore atOnce = new Semaphore(2, true);
    private final Set<String> common = common();

    private static Set<String> common() {
        try (InputStream in = Passwords.class.getResourceAsStream(COMMON)) {
            if (in == null) {
                throw new IllegalStateException(COMMON + " is missing from this build");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(COMMON + " cannot be read", unreadable);
        }
    }

    /**
     * Returns the password when it may be one of this account; it is never repeated in a refusal.
     *
     * @throws ClewException (invalid) saying what is wrong with it
     */
    String check(String account, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST_CHARACTERS || length > LIMIT_CHARACTERS) {
            throw refused("must have " + LEAST_CHARACTERS + " to " + LIMIT_CHARACTERS
                    + " characters, better 15 or more: a short sentence is easy to keep in mind");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (common.contains(lower)) {
            throw refused("is one of the most common passwords: choose another");
        }
        if (lower.replace(account, "").length() < LEAST_CHARACTERS / 2) {
            throw refused("is little more than the account's name: choose another");
        }
        return password;
    }

    private static ClewException refused(String message) {
        return ClewException.invalid(List.of(new Problem("password", message, null)));
    }

    /** What is kept of a password. */
    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return oneOfFew(() ->
                ARGON.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult());
    }

    /**
     * Whether this is the password; takes as long when there is none.
     *
     * @param kept what {@link #hash} gave; null when the account has no password or does not exist
     */
    boolean matches(String password, @Nullable String kept) {
        if (password.length() > LIMIT_CHARACTERS * 2) {
            return false;
        }
        String against = kept == null ? NOBODYS : kept;
        boolean same =
                oneOfFew(() -> Argon2Function.getInstanceFromHash(against).check(password, against));
        return same && kept != null;
    }

    private <T> T oneOfFew(Supplier<T> work) {
        try {
            if (!atOnce.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new ClewException(ErrorCode.NOT_READY, "Too many people sign in at once: try again in a moment.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ClewException(ErrorCode.NOT_READY, "Clew is stopping.", stopped);
        }
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
