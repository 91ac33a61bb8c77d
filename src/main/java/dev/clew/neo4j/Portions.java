package dev.clew.neo4j;

/**
 * How much one transaction takes at most. Larger ones cost less each, and more memory on both sides.
 *
 * @param records of changes, unless one change holds more
 * @param recordsOfRebuild of a rebuild
 * @param links whose edges are drawn at the end of a rebuild, unless more are between one pair of entities
 */
record Portions(int records, int recordsOfRebuild, int links) {
    /** What is taken but in tests. */
    static final Portions USUAL = new Portions(1_000, 5_000, 20_000);

    /** Checks that each is something. */
    Portions {
        if (records < 1 || recordsOfRebuild < 1 || links < 1) {
            throw new IllegalArgumentException("a portion of nothing: " + records + ", " + recordsOfRebuild + ", "
                    + links + "; each must be at least 1");
        }
    }
}
