package dev.clew.ledger;

/**
 * What became of an undo.
 *
 * @param position the last change that it made
 * @param run the number of its first change: undoing that run brings back what was undone
 * @param records how many records went back to what they were before
 */
public record Undone(Position position, long run, long records) {}
