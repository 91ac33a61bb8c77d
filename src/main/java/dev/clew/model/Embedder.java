package dev.clew.model;

/**
 * Turns text into a vector such that texts of like meaning have vectors of like direction. Safe for any number of
 * threads; closing frees what the model holds outside the heap.
 */
public interface Embedder extends AutoCloseable {
    /**
     * Tells models apart: vectors of one identity may be compared with each other and with no others. The same model has
     * the same identity after a restart and on another machine.
     */
    String identity();

    /** How many numbers a vector has. */
    int dimension();

    /**
     * The vector of a text, of length 1. Takes milliseconds of processor time, and more for longer texts.
     *
     * @throws ClewException (internal) when the model fails on it
     */
    float[] embed(String text);

    @Override
    void close();
}
