package dev.clew.mail;

import dev.clew.brief.DailyRun;
import dev.clew.brief.ReaderBrief;
import dev.clew.brief.ReaderBriefs;
import dev.clew.desk.Delivery.Letter;
import dev.clew.desk.Delivery.Made;
import dev.clew.desk.Reader;
import dev.clew.desk.Reader.Linked;
import dev.clew.desk.Readers;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** Writes what is sent to readers: their briefs, and what confirms an address. Safe for any number of threads. */
public final class Letters implements DailyRun.Composer {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Sender sender;
    private final ReaderBriefs briefs;
    private final BriefLines lines;
    private final Readers readers;
    private final Clock clock;

    /**
     * Who sends.
     *
     * @param from the address that letters come from
     * @param base the address of this installation, ending in a slash
     */
    public record Sender(String from, URI base) {
        /** Checks the address. */
        public Sender {
            from = Reader.address(from);
        }

        URI leaving(String secret) {
            return base.resolve("reading/leave?key=" + secret);
        }

        String messageId(String unique) {
            return "<" + unique + "@" + from.substring(from.lastIndexOf('@') + 1) + ">";
        }
    }

    /**
     * Letters of this sender.
     *
     * @param briefs what readers get
     * @param lines brings it into lines
     * @param readers whose private links letters carry
     */
    public Letters(Sender sender, ReaderBriefs briefs, BriefLines lines, Readers readers, Clock clock) {
        this.sender = sender;
        this.briefs = briefs;
        this.lines = lines;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public Letters forOneRun() {
        return new Letters(sender, briefs.pinned(), lines, readers, clock);
    }

    @Override
    public Made compose(Reader reader, LocalDate day) {
        ReaderBrief brief = briefs.of(reader, day);
        long change = brief.brief().edition().change();
        if (brief.isEmpty()) {
            return Made.nothing(change);
        }
        String secret = readers.link(reader).secret();
        LetterText text = lines.of(brief, sender.base().resolve("reading#key=" + secret), sender.leaving(secret));
        Message message = new Message(
                sender.from(),
                Objects.requireNonNull(reader.address(), "only readers with an address are written to"),
                subject(brief, day),
                PlainLetter.of(text),
                HtmlLetter.of(text),
                sender.leaving(secret));
        String id = sender.messageId(reader.number() + "." + day + "." + UUID.randomUUID());
        return new Made(message.letter(id, clock.instant()), brief.insights(), change);
    }

    private static String subject(ReaderBrief brief, LocalDate day) {
        int claims = brief.brief().items().size();
        if (claims == 0) {
            return "What you follow has changed – " + DAY.format(day);
        }
        return (claims == 1 ? "One insight" : claims + " insights") + " for you – " + DAY.format(day);
    }

    /** What asks the owner of an address whether briefs are to be sent there. */
    public Letter confirming(Linked asked) {
        LetterText text = new LetterText(
                "Somebody, perhaps you, asked Clew to send insights to this address. Nothing is sent before you say yes.",
                List.of(),
                List.of(),
                new LetterText.Links(
                        sender.base()
                                .resolve("reading#confirm=" + asked.secret())
                                .toString(),
                        "Yes, send them to me, or let me change what I follow",
                        null),
                "The link is good for " + Readers.CONFIRM_WITHIN.toDays()
                        + " days. If it was not you, there is nothing to do: you will not hear of it again.");
        Message message = new Message(
                sender.from(),
                Objects.requireNonNull(asked.reader().address(), "an address was asked for"),
                "Insights from Clew: is this your address?",
                PlainLetter.of(text),
                HtmlLetter.of(text),
                null);
        return message.letter(sender.messageId("confirm." + UUID.randomUUID()), clock.instant());
    }
}
