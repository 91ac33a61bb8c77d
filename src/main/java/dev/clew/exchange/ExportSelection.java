package dev.clew.exchange;

import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.ontology.References;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which records to export, when not all.
 *
 * @param names of records, in the order in which they are written
 * @param complete whether none was left out for the sake of {@value #LIMIT_RECORDS}
 */
public record ExportSelection(SortedSet<RecordName> names, boolean complete) {
    /** Most records of a selection. */
    public static final int LIMIT_RECORDS = 10_000;
    /** Most steps from an entity. */
    public static final int LIMIT_HOPS = 3;

    /** Keeps the names from being changed. */
    public ExportSelection {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /** These records, as far as the bound allows. */
    public static ExportSelection of(Collection<RecordName> names, boolean complete) {
        SortedSet<RecordName> kept = new TreeSet<>();
        names.stream().limit(LIMIT_RECORDS).forEach(kept::add);
        return new ExportSelection(kept, complete && names.size() <= LIMIT_RECORDS);
    }

    /**
     * An entity, every claim and fact that links it, and the entities at their other ends.
     *
     * @param entity its id
     * @param hops how many such steps, 1 to {@value #LIMIT_HOPS}
     */
    public static ExportSelection around(Ledger ledger, String entity, int hops) {
        Growing growing = new Growing(ledger);
        growing.add(RecordName.entity(entity));
        Set<String> rim = new TreeSet<>(Set.of(entity));
        for (int i = 0; i < hops; i++) {
            Set<String> next = new TreeSet<>();
            rim.forEach(each -> growing.addLinking(each, next));
            rim = next;
        }
        return growing.done();
    }

    /** What a picture shows: its entities, the claims behind its edges, and the sources of those. */
    public static ExportSelection shown(Ledger ledger, Collection<String> entities, Collection<String> insights) {
        Growing growing = new Growing(ledger);
        entities.forEach(id -> growing.add(RecordName.entity(id)));
        insights.forEach(id -> growing.addWithSource(RecordName.insight(id)));
        return growing.done();
    }

    /** The same with everything that it refers to, to the end, so that it can be imported into an empty library. */
    public ExportSelection withReferences(Ledger ledger) {
        Growing growing = new Growing(ledger);
        growing.complete = complete;
        names.forEach(growing::add);
        growing.addReferences();
        return growing.done();
    }

    /** The same with the entities at the ends of its links, so that these can be drawn. */
    public ExportSelection withEnds(Ledger ledger) {
        Growing growing = new Growing(ledger);
        growing.complete = complete;
        names.forEach(growing::add);
        names.forEach(name -> growing.read(name).ifPresent(record -> growing.addEnds(record, new HashSet<>())));
        return growing.done();
    }

    /** A selection in the making. */
    private static final class Growing {
        private final Ledger ledger;
        private final SortedSet<RecordName> names = new TreeSet<>();
        private boolean complete = true;

        Growing(Ledger ledger) {
            this.ledger = ledger;
        }

        ExportSelection done() {
            return new ExportSelection(names, complete);
        }

        Optional<ClewRecord> read(RecordName name) {
            return ledger.read(name).flatMap(StoredRecord::record);
        }

        boolean add(RecordName name) {
            if (names.size() < LIMIT_RECORDS) {
                return names.add(name);
            }
            complete &= names.contains(name);
            return false;
        }

        void addWithSource(RecordName name) {
            add(name);
            if (read(name).orElse(null) instanceof Insight insight) {
                add(RecordName.source(insight.passage().source()));
            }
        }

        void addLinking(String entity, Set<String> others) {
            RecordName name = RecordName.entity(entity);
            read(name).ifPresent(record -> addEnds(record, others));
            for (RecordName referrer : ledger.referencesTo(name, LIMIT_RECORDS)) {
                read(referrer).ifPresent(record -> addIfLinking(record, entity, others));
            }
        }

        private void addIfLinking(ClewRecord record, String entity, Set<String> others) {
            if (record instanceof Redirect redirect) {
                add(redirect.name());
                addLinking(redirect.id(), others);
            } else if (ends(record).contains(entity) && add(record.name())) {
                addEnds(record, others);
            }
        }

        void addEnds(ClewRecord record, Set<String> others) {
            for (String each : ends(record)) {
                if (add(RecordName.entity(each))) {
                    others.add(each);
                }
            }
        }

        private static Set<String> ends(ClewRecord record) {
            Set<String> ends = new TreeSet<>();
            if (record instanceof Insight insight) {
                insight.links().forEach(link -> {
                    ends.add(link.subject().entity());
                    ends.add(link.object().entity());
                });
            } else if (record instanceof Entity entity && !entity.facts().isEmpty()) {
                ends.add(entity.id());
                entity.facts().forEach(fact -> ends.add(fact.object()));
            }
            return ends;
        }

        void addReferences() {
            Deque<RecordName> open = new ArrayDeque<>(names);
            while (!open.isEmpty()) {
                read(open.pop()).ifPresent(record -> {
                    for (RecordName target : References.of(record)) {
                        if (add(target)) {
                            open.push(target);
                        }
                    }
                });
            }
        }
    }
}
