package dev.clew.ledger;

import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Framing;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.ontology.RecordClass;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What others may rely on in a published record.
 *
 * @param recordClass what it is
 * @param framings the local ids of its framings
 * @param leadsTo the entity that stands for it when it was merged; null otherwise
 */
public record Standing(
        RecordClass recordClass,
        Set<String> framings,
        @Nullable RecordName leadsTo) {
    /** Copies the framings. */
    public Standing {
        framings = Collections.unmodifiableSortedSet(new TreeSet<>(framings));
    }

    /** What others may rely on in this record. */
    public static Standing of(ClewRecord record) {
        Set<String> framings = new TreeSet<>();
        if (record instanceof Entity entity) {
            entity.framings().stream().map(Framing::id).forEach(framings::add);
        }
        RecordName leadsTo = record instanceof Redirect redirect ? RecordName.entity(redirect.to()) : null;
        return new Standing(RecordClass.of(record), framings, leadsTo);
    }

    /** The written form of the framings: their ids with a space between them. */
    String framingsText() {
        return String.join(" ", framings);
    }

    static Standing parse(String kind, String framingsText, @Nullable String leadsTo) {
        RecordClass recordClass = RecordClass.find(kind).orElseThrow();
        Set<String> framings = new TreeSet<>(Arrays.asList(framingsText.split(" ", -1)));
        framings.remove("");
        return new Standing(recordClass, framings, leadsTo == null ? null : RecordRows.name(leadsTo));
    }

    /** The written form of where it leads; null when it leads nowhere. */
    @Nullable String leadsToText() {
        return leadsTo == null ? null : leadsTo.path();
    }

    /** Whether everything that relied on the other may rely on this one as well. */
    boolean keeps(Standing other) {
        return recordClass == other.recordClass && framings.containsAll(other.framings);
    }
}
