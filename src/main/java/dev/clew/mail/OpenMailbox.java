package dev.clew.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mailbox, opened. Looking marks nothing. For one thread. */
final class OpenMailbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenMailbox.class);
    private static final String CONTENT_TYPE = "Content-Type";

    private final Store store;
    private final IMAPFolder folder;

    /**
     * A message that may be a notice.
     *
     * @param uid its number, which grows from message to message
     * @param message at the server
     */
    record Report(long uid, IMAPMessage message) {}

    private OpenMailbox(Store store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    static OpenMailbox open(Mailbox mailbox, BoundedSockets sockets) throws MessagingException {
        Store store = Session.getInstance(mailbox.properties(sockets)).getStore("imap");
        try {
            store.connect(
                    mailbox.host(),
                    mailbox.port(),
                    mailbox.account().user(),
                    mailbox.account().password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder());
            folder.open(Folder.READ_WRITE);
            return new OpenMailbox(store, folder);
        } catch (MessagingException | RuntimeException refused) {
            leave(store::close);
            throw refused;
        }
    }

    /** What stays the same so long as numbers of messages are good. */
    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The number that the next message to come will have, or a smaller one. */
    long next() throws MessagingException {
        return folder.getUIDNext();
    }

    /** Those that say that they are notices, with numbers from the first to the last of these, in order. */
    List<Report> reports(long first, long last) throws MessagingException {
        Message[] messages = folder.getMessagesByUID(first, last);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(CONTENT_TYPE);
        folder.fetch(messages, profile);
        List<Report> reports = new ArrayList<>();
        for (Message each : messages) {
            String[] types = each.getHeader(CONTENT_TYPE);
            if (types != null && types.length == 1 && BounceNotice.isOne(types[0])) {
                reports.add(new Report(folder.getUID(each), (IMAPMessage) each));
            }
        }
        reports.sort(Comparator.comparingLong(Report::uid));
        return reports;
    }

    /** A whole message; empty when it has more bytes than this. */
    Optional<byte[]> content(Report report, int limit) throws MessagingException, IOException {
        if (report.message().getSize() > limit) {
            return Optional.empty();
        }
        try (InputStream in = report.message().getMimeStream()) {
            byte[] bytes = in.readNBytes(limit + 1);
            return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
        }
    }

    /** Marks one as seen. */
    void seen(Report report) throws MessagingException {
        report.message().setFlag(Flags.Flag.SEEN, true);
    }

    /** What came of the messages is known by then, however the server takes its leave. */
    @Override
    public void close() {
        leave(() -> folder.close(false));
        leave(store::close);
    }

    private interface Farewell {
        void say() throws MessagingException;
    }

    private static void leave(Farewell farewell) {
        try {
            farewell.say();
        } catch (MessagingException | IllegalStateException rude) {
            LOG.debug("The mail server hung up without a word: {}", rude.getMessage());
        }
    }
}
