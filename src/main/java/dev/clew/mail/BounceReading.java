package dev.clew.mail;

import dev.clew.desk.Bounces;
import dev.clew.desk.Bounces.Position;
import dev.clew.mail.OpenMailbox.Report;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads which letters came back, in rounds. A message is looked at once and left as it is, unless it is a notice of a letter of
 * ours: that is marked as seen. Safe for any number of threads, and for several processes.
 */
public final class BounceReading {
    private static final Logger LOG = LoggerFactory.getLogger(BounceReading.class);
    /** So many messages are asked about at once. */
    private static final int WINDOW = 500;
    /** What belongs to a notice beside the notice: greetings, and what other messages say that they are. */
    private static final int TALK = 20_000_000;

    private final Mailbox mailbox;
    private final Bounces bounces;
    private final Limits limits;

    /**
     * Where a round ends; the next one goes on.
     *
     * @param notices most notices that are read, from 1
     * @param bytes most bytes of one; a longer one is left alone, from 1
     * @param time after which no further one is begun; a server that is not done half as long again after it is given up
     */
    public record Limits(int notices, int bytes, Duration time) {
        /** 200 of 1 MB, within a minute. */
        public static final Limits DEFAULT = new Limits(200, 1_000_000, Duration.ofMinutes(1));

        private BoundedSockets.Bounds bounds(Duration patience) {
            return new BoundedSockets.Bounds(patience, time.plus(time.dividedBy(2)), (long) notices * bytes + TALK);
        }
    }

    /** Reads this mailbox. */
    public BounceReading(Mailbox mailbox, Bounces bounces, Limits limits) {
        this.mailbox = mailbox;
        this.bounces = bounces;
        this.limits = limits;
    }

    /**
     * Reads what has come since the last round.
     *
     * @param stopping when it turns true nothing is waited for any more
     * @return what came of it, in words for an admin, without any reader
     * @throws ClewException (fetch-failed) when the mailbox cannot be read
     */
    public String read(BooleanSupplier stopping) {
        try (BoundedSockets sockets = new BoundedSockets(limits.bounds(mailbox.patience()), stopping);
                OpenMailbox open = OpenMailbox.open(mailbox, sockets)) {
            Round round = new Round(open, stopping);
            round.look();
            return round.toString();
        } catch (ClewException ours) {
            throw ours;
        } catch (MessagingException | IOException | RuntimeException | OutOfMemoryError failed) {
            // Memory too: the library makes room for as much as a server announces.
            throw new ClewException(
                    ErrorCode.FETCH_FAILED,
                    "The mailbox " + mailbox.place() + " of the setting bounces could not be read: "
                            + OneLine.of(failed.getMessage()) + ". Letters go out as before, and it is tried again.",
                    failed);
        }
    }

    private final class Round {
        private final OpenMailbox open;
        private final BooleanSupplier stopping;
        private final long begun = System.nanoTime();
        private int read;
        private int ours;
        private int stopped;
        private int unread;

        Round(OpenMailbox open, BooleanSupplier stopping) {
            this.open = open;
            this.stopping = stopping;
        }

        void look() throws MessagingException, IOException {
            long next = open.next();
            if (next < 1 || open.validity() < 1) {
                throw new MessagingException("it does not number its messages (UIDVALIDITY, UIDNEXT)");
            }
            Position position = bounces.position(mailbox.place());
            long first = position.validity() == open.validity() ? position.uid() + 1 : 1;
            while (first < next && !isEnough()) {
                first = look(first, Math.min(first + WINDOW, next) - 1);
            }
        }

        /** Looks at those of these numbers, as far as it comes; gives the first that is left. */
        private long look(long first, long last) throws MessagingException, IOException {
            for (Report each : open.reports(first, last)) {
                if (isEnough()) {
                    return each.uid();
                }
                // Before it is read, so that none is stumbled over twice: what it would have said, tomorrow's letter
                // brings again.
                reached(each.uid());
                take(each);
            }
            reached(last);
            return last + 1;
        }

        private boolean isEnough() {
            return stopping.getAsBoolean()
                    || read + unread >= limits.notices()
                    || System.nanoTime() - begun > limits.time().toNanos();
        }

        private void reached(long uid) throws MessagingException {
            bounces.reached(mailbox.place(), new Position(open.validity(), uid));
        }

        private void take(Report report) throws MessagingException, IOException {
            Optional<byte[]> content = open.content(report, limits.bytes());
            if (content.isEmpty()) {
                leave(report, "it has more than " + limits.bytes() + " bytes");
                return;
            }
            Optional<BounceNotice> notice = parsed(report, content.get());
            if (notice.isPresent()) {
                read++;
                if (bounces.isOurs(notice.get().messageId())) {
                    ours++;
                    note(notice.get());
                    open.seen(report);
                }
            }
        }

        private Optional<BounceNotice> parsed(Report report, byte[] content) {
            try {
                return Optional.of(BounceNotice.read(content));
            } catch (MessagingException | IOException | RuntimeException unreadable) {
                leave(report, OneLine.of(unreadable.getMessage()));
                return Optional.empty();
            }
        }

        private void leave(Report report, String reason) {
            unread++;
            LOG.warn("Message {} of {} is left alone: {}", report.uid(), mailbox.place(), reason);
        }

        private void note(BounceNotice notice) {
            for (BounceNotice.Failure each : notice.failures()) {
                if (bounces.cameBack(notice.messageId(), each.addresses(), each.said())) {
                    stopped++;
                }
            }
        }

        @Override
        public String toString() {
            return read + " notices read, " + ours + " of letters from here, " + stopped
                    + " addresses get nothing until they are confirmed again"
                    + (unread == 0 ? "." : ", " + unread + " could not be read, see the log.");
        }
    }
}
