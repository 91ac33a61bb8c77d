package dev.clew.ledger;

/**
 * A point in a ledger's history.
 *
 * @param ledgerId the random id of the ledger; a restored ledger has another
 * @param n the number of the last change seen, 0 before the first
 * @param hash the hash of that change, empty at 0; a position whose hash does not match means rebuild
 */
public record Position(String ledgerId, long n, String hash) {
    /** The position of something that has seen nothing. */
    public static final Position NONE = new Position("", 0, "");

    /** The written form: the three parts with a space between them. */
    public String text() {
        return ledgerId + " " + n + " " + hash;
    }

    /** Reads the written form; anything else is {@link #NONE}, which makes its owner rebuild. */
    public static Position parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{1,18}")) {
            return NONE;
        }
        return new Position(parts[0], Long.parseLong(parts[1]), parts[2]);
    }
}
