package dev.clew.model;

/**
 * Who asks.
 *
 * @param name of the account; empty for somebody without one
 * @param role what they may do
 */
public record Caller(String name, Role role) {
    /** Somebody who did not say who they are. */
    public static final Caller ANONYMOUS = new Caller("", Role.ANYBODY);

    /** Checks that exactly the anonymous have no name. */
    public Caller {
        if (name.isEmpty() != (role == Role.ANYBODY)) {
            throw new IllegalArgumentException("a caller has a name and a role, or neither: " + name + ", " + role);
        }
    }

    /** Whether they have no account, or did not say so. */
    public boolean isAnonymous() {
        return role == Role.ANYBODY;
    }

    /**
     * Returns the caller when they may do what this role may.
     *
     * @throws ClewException unauthenticated when nobody said who asks; forbidden when the account may not
     */
    public Caller require(Role needed) {
        if (role.includes(needed)) {
            return this;
        }
        if (isAnonymous()) {
            throw new ClewException(
                    ErrorCode.UNAUTHENTICATED,
                    "This needs an account with the role " + needed.code()
                            + ": sign in, or send a token as Authorization: Bearer TOKEN.");
        }
        throw new ClewException(
                ErrorCode.FORBIDDEN,
                "This needs the role " + needed.code() + "; " + name + " is " + role.code()
                        + ". Ask an admin of this library.");
    }
}
