package dev.clew.web.api;

import dev.clew.ledger.ChangeSummary;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.Insight;
import dev.clew.model.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Claims as entries of feeds.
 *
 * @param reads where changes are read
 * @param view where records are read
 */
record ClaimEntries(Reads reads, View view) {
    /** The entry of a claim; of other records none. */
    Optional<ClaimFeed.Entry> entry(StoredRecord stored) {
        return stored.record().filter(Insight.class::isInstance).map(record -> entry((Insight) record, stored.n(), ""));
    }

    /**
     * The entry of a claim.
     *
     * @param n the change that wrote it
     * @param more what is said beyond the claim itself; empty for nothing
     */
    ClaimFeed.Entry entry(Insight insight, long n, String more) {
        String speaker = insight.belief().speaker();
        return new ClaimFeed.Entry(
                reads.base().iri(insight.name()),
                insight.claim().text(),
                more,
                name(speaker == null ? insight.belief().holder() : speaker),
                view.source(insight.passage().source())
                        .flatMap(ClaimEntries::published)
                        .orElse(null),
                at(n));
    }

    private static Optional<Instant> published(Source source) {
        LocalDate date = source.publication().date();
        return Optional.ofNullable(date)
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private @Nullable String name(@Nullable String id) {
        return id == null
                ? null
                : view.entity(id).map(entity -> entity.naming().label()).orElse(null);
    }

    private Instant at(long n) {
        return reads.ledger().changesBefore(n + 1, "", 1).stream()
                .map(ChangeSummary::at)
                .findFirst()
                .orElse(Instant.EPOCH);
    }
}
