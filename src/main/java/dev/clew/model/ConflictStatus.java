package dev.clew.model;

/** What people concluded about two claims in dispute; both claims stay as they are. */
public enum ConflictStatus {
    /** Nobody has concluded anything, or a claim was changed since. */
    OPEN,
    /** It is understood why they differ. */
    EXPLAINED,
    /** It is settled which one holds. */
    RESOLVED;

    /** The written form. */
    public String code() {
        return Enumerations.code(this);
    }
}
