package dev.clew.curate;

import dev.clew.curate.Consequences.EdgeChange;
import dev.clew.curate.Consequences.PathChange;
import dev.clew.curate.Consequences.Route;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.RecordName;
import dev.clew.model.Redirects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the entities of consequences are called, those that are only about to be published too. */
final class ForetoldNames {
    private final Ledger ledger;
    private final Map<String, String> told;
    private final Redirects redirects;

    /** Names by the records that are to be published, then by those of the ledger. */
    ForetoldNames(Ledger ledger, List<ClewRecord> records) {
        this.ledger = ledger;
        this.redirects = ledger.redirects();
        this.told = records.stream()
                .filter(Entity.class::isInstance)
                .collect(Collectors.toMap(ClewRecord::id, ClewRecord::headline, (first, second) -> second));
    }

    /** The label of every entity that these speak of, by id; none of an entity that is nowhere. */
    Map<String, String> of(List<EdgeChange> edges, List<PathChange> paths) {
        Set<String> ids = new TreeSet<>();
        edges.forEach(
                edge -> ids.addAll(List.of(edge.name().subject(), edge.name().object())));
        paths.stream()
                .flatMap(path -> Stream.of(List.of(path.from(), path.to()), nodes(path.before()), nodes(path.after())))
                .forEach(ids::addAll);
        Map<String, String> labels = new TreeMap<>();
        ids.forEach(id -> label(id).ifPresent(label -> labels.put(id, label)));
        return labels;
    }

    private static List<String> nodes(@Nullable Route route) {
        return route == null ? List.of() : route.nodes();
    }

    private Optional<String> label(String id) {
        String label = told.get(id);
        return label != null
                ? Optional.of(label)
                : ledger.read(RecordName.entity(redirects.survivor(id)))
                        .flatMap(StoredRecord::record)
                        .map(ClewRecord::headline);
    }
}
