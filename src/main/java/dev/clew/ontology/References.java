package dev.clew.ontology;

import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Source;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which other records a record refers to. */
public final class References {
    private References() {}

    /** The names of all other records that must be published for this one to be, in order. */
    public static SortedSet<RecordName> of(ClewRecord record) {
        SortedSet<RecordName> names = new TreeSet<>();
        switch (record) {
            case Insight insight -> addTo(names, insight);
            case Entity entity -> addTo(names, entity);
            case Source source -> addTo(names, source);
            case Redirect redirect -> names.add(RecordName.entity(redirect.to()));
        }
        names.remove(record.name());
        return names;
    }

    private static void addTo(SortedSet<RecordName> names, Insight insight) {
        names.add(RecordName.source(insight.passage().source()));
        insight.references().all().map(RecordName::insight).forEach(names::add);
        insight.entities().stream().map(RecordName::entity).forEach(names::add);
    }

    private static void addTo(SortedSet<RecordName> names, Entity entity) {
        names.add(RecordName.source(entity.source()));
        entity.facts().forEach(fact -> {
            names.add(RecordName.entity(fact.object()));
            names.add(RecordName.source(fact.source()));
        });
    }

    private static void addTo(SortedSet<RecordName> names, Source source) {
        source.people().forEach(person -> names.add(RecordName.entity(person.person())));
        String podcast = source.podcast();
        if (podcast != null) {
            names.add(RecordName.source(podcast));
        }
    }
}
