package dev.clew.exchange;

import java.util.List;
import java.util.function.LongConsumer;

/** Where the good records of an import go. */
interface ImportTarget {
    /** Takes all batches, in order; tells the bytes of each that is through. */
    void write(List<List<List<ImportEntry>>> batches, LongConsumer afterEachBatch);

    /** How many records it took. */
    long written();

    /** How many it did not need to take, as the same is published. */
    long skipped();

    /** The run of the changes it made; 0 while there is none. */
    long run();
}
