package dev.clew.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A file that takes up a little space, to be given away when the disk is full: opening a database and what is derived from it
 * takes some kilobytes, without which nobody could even read. Safe for any number of threads.
 */
final class SpareFile {
    /** Enough for the index of the database's log, for locks, and for what a start notes. */
    static final int BYTES = 1 << 20;

    private final Path file;
    private volatile boolean isThere;

    SpareFile(Path file) {
        this.file = file;
        isThere = Files.exists(file);
    }

    /** Takes the space, if it is not taken yet; false when there is none, or it cannot be written. */
    boolean take() {
        if (isThere) {
            return true;
        }
        byte[] bytes = new byte[BYTES];
        // Of zeros some disks would keep nothing.
        new Random(1).nextBytes(bytes);
        try {
            Files.write(file, bytes);
            isThere = true;
            return true;
        } catch (IOException full) {
            give();
            return false;
        }
    }

    /** Gives the space back; false when there was none. */
    boolean give() {
        try {
            isThere = false;
            return Files.deleteIfExists(file);
        } catch (IOException stays) {
            return false;
        }
    }
}
