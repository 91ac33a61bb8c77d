package dev.clew.desk;

import dev.clew.model.Enumerations;
import java.time.LocalDate;

/**
 * The brief of one reader for one day.
 *
 * @param reader the reader's number
 * @param day in the reader's zone
 * @param state how far it is
 * @param letter what is sent
 * @param tries how often it was tried
 */
public record Delivery(long reader, LocalDate day, State state, Letter letter, int tries) {
    /** How far a brief is. */
    public enum State {
        /** Made and kept, to be sent. */
        WAITING,
        /** The server has taken it; its text is forgotten. */
        SENT,
        /** There was nothing to send on that day. */
        EMPTY,
        /** Given up. */
        FAILED;

        /** The written form, such as {@code waiting}. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /**
     * A message, byte by byte as it is sent each time.
     *
     * @param messageId by which a repeat is told
     * @param content the whole message, in ASCII
     */
    public record Letter(String messageId, String content) {
        /** That of a day without any. */
        public static final Letter NONE = new Letter("", "");
    }
}
