package dev.clew.desk;

import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.Role;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who may do more than read.
 *
 * @param name 1 to 40 lower-case letters, digits and dashes; it stands in the history as the author of changes
 * @param role what they may do
 * @param isDisabled whether every sign-in and token is refused
 * @param hasPassword whether they can sign in by password
 * @param made when the account was made
 */
public record Account(String name, Role role, boolean isDisabled, boolean hasPassword, Instant made) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    /** Names under which Clew itself writes. */
    private static final Set<String> OURS = Set.of("import", "scan", "clew", "command-line", "anonymous");

    /** Checks the name. */
    public Account {
        if (role == Role.ANYBODY) {
            throw new IllegalArgumentException("an account has a role of its own");
        }
        checkName(name);
    }

    /**
     * Returns the name when an account may have it.
     *
     * @throws ClewException (invalid) when it has another form or is one of Clew's own
     */
    public static String checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw ClewException.invalid(
                    "name", "must be 1 to 40 lower-case letters, digits and dashes, such as ada", name);
        }
        if (OURS.contains(name)) {
            throw ClewException.invalid("name", "is a name under which Clew itself writes: choose another", name);
        }
        return name;
    }

    /** The account as a caller. */
    public Caller asCaller() {
        return new Caller(name, role);
    }
}
