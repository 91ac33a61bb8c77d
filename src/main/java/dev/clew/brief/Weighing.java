package dev.clew.brief;

import dev.clew.ledger.Change;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.RecordChange;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.Certainty;
import dev.clew.model.ComparisonQuery;
import dev.clew.model.Edge;
import dev.clew.model.EdgeDifference;
import dev.clew.model.EdgeStanding;
import dev.clew.model.Edges;
import dev.clew.model.Evidence;
import dev.clew.model.Grounding;
import dev.clew.model.Insight;
import dev.clew.model.Lens;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Redirects;
import dev.clew.model.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes an edition: reads what is new from the ledger, and what it changed from the graph. Safe for any number of threads. Costs
 * about a millisecond for ten new claims.
 */
final class Weighing {
    /** Most records that are read for an edition. */
    private static final int LIMIT_RECORDS = 20_000;

    private static final int CHANGES_AT_ONCE = 200;
    /** A claim of many links is not worth more by each of them. */
    private static final int MOST_EFFECTS = 2;

    private final Ledger ledger;
    private final Edges edges;

    Weighing(Ledger ledger, Edges edges) {
        this.ledger = ledger;
        this.edges = edges;
    }

    /** What is new after a change, from 0, up to the newest that the graph shows. */
    Edition since(long since) {
        Map<RecordName, New> found = new LinkedHashMap<>();
        Instant end = Instant.EPOCH;
        long first = withinLimit(since);
        long reached = first;
        for (List<Change> some = next(reached); !some.isEmpty(); some = next(reached)) {
            some.forEach(change -> take(change, found));
            reached = some.getLast().n();
            end = some.getLast().at();
        }
        List<New> all = new ArrayList<>(found.values());
        List<New> newest = all.subList(Math.max(0, all.size() - Editions.LIMIT_CLAIMS), all.size());
        boolean truncated = first > since || newest.size() < all.size();
        return new Edition(since, reached, weighed(newest, since, end), truncated);
    }

    /** The first change, from the one given on, after which there are few enough records to be read. */
    private long withinLimit(long since) {
        long first = since;
        long enough = ledger.head().n();
        while (first < enough) {
            long middle = (first + enough) / 2;
            if (ledger.recordsSince(middle) > LIMIT_RECORDS) {
                first = middle + 1;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    private List<Change> next(long reached) {
        return ledger.changesSince(reached, CHANGES_AT_ONCE);
    }

    /**
     * A claim that was first published after a change.
     *
     * @param insight as it was last written
     * @param change that published it
     * @param at when
     */
    private record New(Insight insight, long change, Instant at) {}

    /** A first version is new; a later one only brings what is new up to date, and a retraction takes it out. */
    private static void take(Change change, Map<RecordName, New> found) {
        for (RecordChange each : change.records()) {
            if (each.name().type() != RecordType.INSIGHT) {
                continue;
            }
            New before = found.get(each.name());
            if (each.record().isEmpty()) {
                found.remove(each.name());
            } else if (each.version() == 1 || before != null) {
                long n = before == null ? change.n() : before.change();
                Instant at = before == null ? change.at() : before.at();
                found.put(each.name(), new New((Insight) each.record().get(), n, at));
            }
        }
    }

    private List<Candidate> weighed(List<New> all, long since, Instant end) {
        Map<String, List<Because>> effects = effects(since);
        Redirects redirects = ledger.redirects();
        Map<String, String> podcasts = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (New each : all) {
            Insight insight = (Insight) redirects.followed(each.insight());
            List<Because> merits = new ArrayList<>();
            effects.getOrDefault(insight.id(), List.of()).stream()
                    .sorted(Comparator.comparingInt(Because::points).reversed())
                    .limit(MOST_EFFECTS)
                    .forEach(merits::add);
            merits.addAll(own(insight));
            age(each.at(), end).ifPresent(merits::add);
            String podcast = podcasts.computeIfAbsent(insight.passage().source(), this::podcast);
            candidates.add(Candidate.of(insight, podcast, each.change(), merits));
        }
        return candidates;
    }

    /** What a claim has of its own. */
    private static List<Because> own(Insight insight) {
        List<Because> own = new ArrayList<>();
        if (!insight.references().contradicts().isEmpty()) {
            own.add(Because.of(Because.Kind.CONTRADICTS));
        }
        if (!insight.quantities().isEmpty()) {
            own.add(Because.of(Because.Kind.NUMBER));
        }
        Grounding grounding = insight.passage().grounding();
        if (grounding != Grounding.UNLOCATED) {
            own.add(Because.of(grounding == Grounding.QUOTED ? Because.Kind.QUOTED : Because.Kind.TIMED));
        }
        if (insight.claim().certainty() == Certainty.PLAIN) {
            own.add(Because.of(Because.Kind.PLAIN));
        }
        return own;
    }

    private static Optional<Because> age(Instant published, Instant end) {
        long left =
                Because.Kind.RECENT.points() - Duration.between(published, end).toDays();
        return left > 0 ? Optional.of(Because.recent((int) left)) : Optional.empty();
    }

    private String podcast(String source) {
        return ledger.read(RecordName.source(source))
                .flatMap(StoredRecord::record)
                .map(record -> ((Source) record).podcast())
                .orElse(source);
    }

    /** What each claim did to edges since a change: to each edge the gravest. */
    private Map<String, List<Because>> effects(long since) {
        Map<String, List<Because>> effects = new HashMap<>();
        for (EdgeDifference each : edges.compare(ComparisonQuery.of(Lens.CLAIMS.at(since), Lens.CLAIMS))
                .differences()) {
            List<Evidence> against = each.cameAgainst();
            for (Evidence came : each.came()) {
                Optional<Because.Kind> kind = against.contains(came) ? gravestAgainst(each) : gravestFor(each);
                if (came.kind() == Evidence.Kind.INSIGHT && kind.isPresent()) {
                    effects.computeIfAbsent(came.id(), any -> new ArrayList<>())
                            .add(Because.of(kind.get(), each.name()));
                }
            }
        }
        return effects;
    }

    /**
     * What a claim did that speaks against an edge. Where both sides are new, those who are outnumbered are the counter-view; of
     * as many on either side, both.
     */
    private static Optional<Because.Kind> gravestAgainst(EdgeDifference difference) {
        boolean outweighs = difference.isOutweighed();
        if (difference.kinds().contains(EdgeDifference.Kind.FLIPPED) && outweighs) {
            return Optional.of(Because.Kind.TURNED);
        }
        boolean bothNew = difference.kinds().contains(EdgeDifference.Kind.ADDED);
        return difference.kinds().contains(EdgeDifference.Kind.CONTESTED) && !(bothNew && outweighs)
                ? Optional.of(Because.Kind.CONTESTED)
                : Optional.empty();
    }

    /** What a claim did that speaks for an edge. */
    private static Optional<Because.Kind> gravestFor(EdgeDifference difference) {
        if (difference.kinds().contains(EdgeDifference.Kind.FLIPPED) && !difference.isOutweighed()) {
            return Optional.of(Because.Kind.TURNED);
        }
        if (difference.kinds().contains(EdgeDifference.Kind.ADDED)) {
            return Optional.of(Because.Kind.NEW_CONNECTION);
        }
        boolean second = difference.kinds().contains(EdgeDifference.Kind.STRENGTHENED)
                && voices(difference.before()) == 1
                && voices(difference.after()) > 1;
        return second ? Optional.of(Because.Kind.SECOND_VOICE) : Optional.empty();
    }

    private static int voices(@Nullable EdgeStanding standing) {
        return Optional.ofNullable(standing)
                .map(EdgeStanding::edge)
                .map(Edge::support)
                .map(support -> support.voicesFor())
                .orElse(0);
    }
}
