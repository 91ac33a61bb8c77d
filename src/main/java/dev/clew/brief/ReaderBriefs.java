package dev.clew.brief;

import dev.clew.brief.ReaderBrief.Told;
import dev.clew.desk.Desk;
import dev.clew.desk.Reader;
import dev.clew.desk.Reader.Followed;
import dev.clew.desk.Reader.Weight;
import dev.clew.ledger.Ledger;
import dev.clew.model.Redirects;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes what readers get: of what is new in the seven days before a day, so that what did not find room on one day may on the
 * next, without what they had. Safe for any number of threads; all readers of a day share one edition.
 *
 * @param ledger what is new
 * @param editions weighs it
 * @param chooser chooses from it
 * @param watches tells of what is watched
 * @param reading who follows what, and had what
 */
public record ReaderBriefs(Ledger ledger, Editions editions, Chooser chooser, Watches watches, Desk.Reading reading) {
    /** How far back a brief looks for claims. */
    public static final Duration LOOKS_BACK = Duration.ofDays(7);

    /** The same of what is new now, however the library grows meanwhile: for one run. */
    public ReaderBriefs pinned() {
        return new ReaderBriefs(ledger, editions.pinned(), chooser, watches, reading);
    }

    /** What a reader would get on a day, as of now. */
    public ReaderBrief of(Reader reader, LocalDate day) {
        List<Followed> followed = reading.readers().follows(reader);
        Wishes wishes = wishes(followed, reading.deliveries().had(reader));
        Edition edition = editions.since(
                ledger.lastChangeAt(day.atStartOfDay(ZoneOffset.UTC).toInstant().minus(LOOKS_BACK)));
        long known = reading.deliveries().known(reader).orElseGet(() -> ledger.lastChangeAt(reader.begun()));
        List<Told> told = Stream.concat(
                        new Fates(ledger, watches.text()).between(things(followed), known, edition.change()).stream(),
                        watched(followed).map(watch -> watches.told(watch, known, edition)))
                .filter(each -> !each.lines().isEmpty())
                .toList();
        return new ReaderBrief(chooser.choose(edition, wishes, Brief.LIMIT_DEFAULT), wishes.follows(), told);
    }

    private static Stream<Watch> watched(List<Followed> followed) {
        return notMuted(followed).map(Watch::parse).flatMap(Optional::stream);
    }

    private static List<Follow> things(List<Followed> followed) {
        return notMuted(followed)
                .filter(what -> Watch.parse(what).isEmpty())
                .map(Follow::parse)
                .toList();
    }

    private static Stream<String> notMuted(List<Followed> followed) {
        return followed.stream().filter(each -> each.weight() != Weight.MUTE).map(Followed::what);
    }

    private Wishes wishes(List<Followed> followed, Set<String> had) {
        Redirects redirects = ledger.redirects();
        List<Followed> claims = followed.stream()
                .filter(each -> Watch.parse(each.what()).isEmpty())
                .toList();
        List<Follow> wanted = Stream.of(Weight.MORE, Weight.PLAIN, Weight.LESS)
                .flatMap(weight -> having(claims, weight, redirects).stream())
                .distinct()
                .toList();
        return new Wishes(
                wanted,
                Set.copyOf(having(claims, Weight.MORE, redirects)),
                Set.copyOf(having(claims, Weight.LESS, redirects)),
                Set.copyOf(having(claims, Weight.MUTE, redirects)),
                had);
    }

    private static List<Follow> having(List<Followed> followed, Weight weight, Redirects redirects) {
        return Reader.having(followed, weight).stream()
                .map(what -> Follow.parse(what).through(redirects))
                .distinct()
                .toList();
    }
}
