package dev.clew.web.api;

import dev.clew.insight.DatedClaim;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Source;
import java.util.Optional;

/**
 * Claims with the day on which they were made, merged entities followed.
 *
 * @param view where records are read
 */
record DatedClaims(View view) {
    Optional<DatedClaim> find(String id) {
        return view.insight(id).map(this::dated);
    }

    private DatedClaim dated(Insight insight) {
        Insight followed = (Insight) view.redirects().followed(insight);
        Optional<Source> source =
                view.published(RecordName.source(insight.passage().source())).map(Source.class::cast);
        return new DatedClaim(
                followed, source.map(each -> each.publication().date()).orElse(null));
    }

    /** The version of a claim that is published now; 0 when none is. */
    long version(String insight) {
        return view.find(RecordName.insight(insight))
                .map(stored -> stored.version())
                .orElse(0L);
    }
}
