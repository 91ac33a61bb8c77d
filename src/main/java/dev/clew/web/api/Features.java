package dev.clew.web.api;

import dev.clew.desk.Judgements;
import dev.clew.graph.PathFinder;
import dev.clew.graph.ReachFinder;
import dev.clew.insight.Conflicts;
import dev.clew.insight.RelatedInsights;
import dev.clew.ledger.Backups;
import dev.clew.ledger.Ledger;
import dev.clew.model.ClaimIndex;
import dev.clew.model.Edges;
import dev.clew.model.NearDuplicates;
import dev.clew.model.SearchIndex;
import dev.clew.projection.Projections;
import dev.clew.search.meaning.Meaning;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Everything that the reads are answered from.
 *
 * @param ledger where single records are read
 * @param projections what is asked for health, and waited for
 * @param finding what finds records by words and by what they hold
 * @param walking what reads edges and paths
 * @param backups how they stand, for health
 */
public record Features(
        Ledger ledger, Projections projections, Finding finding, Walking walking, Supplier<Backups.Standing> backups) {
    /**
     * What finds records.
     *
     * @param engines by words
     * @param claims by what insights hold
     * @param related by what they share with one
     * @param disputed by what they dispute, and what was concluded about it
     * @param alike by what they say, and how matching by meaning stands
     */
    public record Finding(
            SearchEngines engines, ClaimIndex claims, RelatedInsights related, Disputed disputed, Alike alike) {
        /** What finds them by words wherever no call names an engine. */
        public SearchIndex search() {
            return engines.embedded();
        }

        NearDuplicates duplicates() {
            return alike.duplicates();
        }

        Meaning meaning() {
            return alike.meaning();
        }
    }

    /**
     * What is in dispute.
     *
     * @param conflicts finds it
     * @param judgements what people concluded
     */
    public record Disputed(Conflicts conflicts, Judgements judgements) {}

    /**
     * What compares texts.
     *
     * @param duplicates finds claims that say the same
     * @param meaning how matching by meaning stands
     */
    public record Alike(NearDuplicates duplicates, Meaning meaning) {}

    /**
     * What reads the graph, and knows where more evidence for it may be.
     *
     * @param edges the edges at an entity, and how many there are
     * @param paths the best paths between two entities
     * @param reach open search from one entity
     * @param scanned whether a scan has read the episode with this id to its end
     */
    public record Walking(Edges edges, PathFinder paths, ReachFinder reach, Predicate<String> scanned) {}
}
