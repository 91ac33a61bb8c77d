package dev.clew.desk;

import dev.clew.model.Enumerations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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
        /** A feed has shown it to a reader to whom nothing is sent; its text is kept while the feed goes back to it. */
        SHOWN,
        /** There was nothing to send on that day. */
        EMPTY,
        /** Given up, or come back. */
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

    /**
     * What was made for a reader and a day.
     *
     * @param letter the message; {@link Letter#NONE} when there is nothing to send
     * @param insights ids of the claims that the reader has with it
     * @param change the last change of the library that it knows of
     */
    public record Made(Letter letter, List<String> insights, long change) {
        /** Copies the ids. */
        public Made {
            insights = List.copyOf(insights);
        }

        /** Nothing to send, knowing the library up to this change. */
        public static Made nothing(long change) {
            return new Made(Letter.NONE, List.of(), change);
        }
    }

    /**
     * How far the brief of a day is, without what stands in it.
     *
     * @param day in the reader's zone
     * @param state how far it is
     * @param made when it was made
     * @param told what the mail server said when it did not take it, or another when it came back; empty otherwise
     */
    public record Told(LocalDate day, State state, Instant made, String told) {}

    /**
     * Why briefs were put off or given up, or came back.
     *
     * @param told what the mail server said, without anybody's address
     * @param count of how many
     */
    public record Reason(String told, long count) {}
}
