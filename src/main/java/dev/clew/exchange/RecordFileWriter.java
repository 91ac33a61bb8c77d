package dev.clew.exchange;

import dev.clew.ledger.RecordChange.Content;
import java.io.IOException;

/** Writes records into a file of one format, one after the other. */
interface RecordFileWriter {
    /** Writes what stands before the first record. */
    default void start() throws IOException {}

    /** Writes one record. */
    void write(Content record) throws IOException;

    /** Writes what stands after the last record, and hands everything to the stream. */
    default void end() throws IOException {}
}
