package dev.clew.model;

/** What somebody may do here; each role may do all that the ones before it may. */
public enum Role {
    /** Without an account: may read. */
    ANYBODY,
    /** Has an account: may also endorse, dispute and comment. */
    READER,
    /** May also propose. */
    CONTRIBUTOR,
    /** May also publish. */
    CURATOR,
    /** May also see to accounts and backups. */
    ADMIN;

    /** Whether this role may do what the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** How it is written, such as {@code curator}. */
    public String code() {
        return Enumerations.code(this);
    }

    /**
     * The role of an account that is written so.
     *
     * @throws ClewException (invalid) when it is none
     */
    public static Role ofAccount(String code) {
        return Enumerations.find(Role.class, code)
                .filter(role -> role != ANYBODY)
                .orElseThrow(
                        () -> ClewException.invalid("role", "must be reader, contributor, curator or admin", code));
    }
}
