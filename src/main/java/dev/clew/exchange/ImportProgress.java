package dev.clew.exchange;

import dev.clew.model.Enumerations;

/**
 * How far an import is.
 *
 * @param stage what it does
 * @param done bytes of the files that are through this stage
 * @param total bytes of the files
 * @param records records that are through this stage
 * @param refused records refused so far
 * @param run the run of the changes made so far; 0 while there is none
 */
public record ImportProgress(Stage stage, long done, long total, long records, long refused, long run) {
    /** What an import does, in this order. */
    public enum Stage {
        /** Reads the files and holds each record against the shapes and rules. */
        CHECKING,
        /** Writes the good records. */
        WRITING;

        /** The written form, lower case. */
        public String code() {
            return Enumerations.code(this);
        }
    }
}
