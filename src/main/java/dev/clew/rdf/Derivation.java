package dev.clew.rdf;

import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewRecord;
import dev.clew.model.Edge;
import dev.clew.model.EdgeName;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Readings;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.model.Testimony;
import dev.clew.model.Voice;
import dev.clew.ontology.DerivedRdf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * Brings the derived graph in step with records that have changed, in the transaction that changes them: it is counted
 * anew for the voices and the pairs of entities that they touch, and for nothing else. The same for one changed record
 * and for a whole library, so that both lead to one graph. Needs a write transaction; used once, by one thread.
 */
final class Derivation {
    private final DatasetGraph store;
    private final DerivedRdf derived;
    private final Relations relations;
    private final Testimonies testimonies;
    private final Voices voices;
    private final boolean fresh;
    /** Insights that repeat others: their voice is known only when all records are in. */
    private final Map<String, Insight> repeating = new LinkedHashMap<>();

    private final Set<String> speakers = new TreeSet<>();
    private final Set<String> otherVoice = new TreeSet<>();
    private final Map<Testimonies.Pair, Set<EdgeName>> touched = new HashMap<>();

    /**
     * Derives in a store.
     *
     * @param fresh whether the store held nothing before, so that nobody's voice has changed
     */
    Derivation(DatasetGraph store, DerivedRdf derived, Relations relations, boolean fresh) {
        this.store = store;
        this.fresh = fresh;
        this.derived = derived;
        this.relations = relations;
        this.testimonies = new Testimonies(store, new TestimonyText(relations));
        this.voices = new Voices(store, derived);
    }

    /** Takes in a record that the store shows as it now is; what it speaks for must be there before what it says. */
    void take(RecordChange change) {
        ClewRecord record = change.record().orElse(null);
        switch (change.name().type()) {
            case INSIGHT -> takeInsight(change.name(), (Insight) record);
            case ENTITY -> takeEntity(change.name(), record instanceof Entity entity ? entity : null);
            case SOURCE -> {
                // A source alone believes nothing; an insight names it by its id, which never changes.
            }
        }
    }

    private void takeInsight(RecordName name, @Nullable Insight insight) {
        if (insight == null) {
            RecordGraphs.replace(store, derived.graph(), derived.record(name), List.of());
            touch(testimonies.replace(name, List.of()));
        } else if (insight.references().cites().isEmpty()) {
            settle(insight, voices.own(insight));
        } else {
            repeating.put(insight.id(), insight);
        }
    }

    private void takeEntity(RecordName name, @Nullable Entity entity) {
        List<Testimony> stated = entity == null
                ? List.of()
                : entity.facts().stream()
                        .map(fact -> Testimony.of(name.id(), fact, relations.require(fact.relation())))
                        .toList();
        Set<Testimony> changed = say(name, stated);
        touch(changed);
        if (!fresh && changed.stream().anyMatch(each -> each.edge().relation().equals(Voices.SPEAKS_FOR))) {
            speakers.add(name.id());
        }
    }

    private void settle(Insight insight, Voice voice) {
        sayBy(insight.id(), voice);
        String source = insight.passage().source();
        Evidence evidence =
                Evidence.insight(insight.id(), source, voice, insight.claim().type());
        List<Testimony> said = new ArrayList<>();
        for (Link link : insight.links()) {
            said.add(Testimony.of(link, relations.require(link.relation()), evidence));
        }
        touch(say(insight.name(), said));
    }

    private void sayBy(String insight, Voice voice) {
        Triple said = derived.voice(insight, voice);
        if (hold(said.getSubject(), List.of(said))) {
            otherVoice.add(insight);
        }
    }

    /** Makes the derived graph hold just this about a subject; gives whether anything had to go. */
    private boolean hold(Node subject, List<Triple> wanted) {
        if (fresh) {
            // Nothing can be there that would have to be looked for.
            wanted.forEach(each -> store.add(Quad.create(derived.graph(), each)));
            return false;
        }
        return RecordGraphs.replace(store, derived.graph(), subject, wanted).removed();
    }

    private Set<Testimony> say(RecordName record, List<Testimony> said) {
        return fresh ? testimonies.begin(record, said) : testimonies.replace(record, said);
    }

    private void touch(Set<Testimony> changed) {
        changed.forEach(each -> touched.computeIfAbsent(Testimonies.Pair.of(each), any -> new HashSet<>())
                .add(each.edge()));
    }

    /** Settles the voices that hang on others, then counts every touched edge. */
    void finish() {
        for (String insight : voices.heldOrSaidBy(speakers)) {
            if (!repeating.containsKey(insight)) {
                revoice(insight);
            }
        }
        repeating.values().forEach(insight -> settle(insight, voices.voice(insight.id())));
        for (String insight : voices.repeating(otherVoice)) {
            revoice(insight);
        }
        touched.forEach(this::count);
    }

    /** Gives an insight that has not changed itself the voice it has now. */
    private void revoice(String insight) {
        Voice voice = voices.voice(insight);
        sayBy(insight, voice);
        List<Testimony> said = testimonies.by(insight).stream()
                .map(each -> new Testimony(
                        each.edge(),
                        each.relation(),
                        each.reading(),
                        each.stance(),
                        Evidence.insight(
                                insight,
                                each.evidence().source(),
                                voice,
                                Objects.requireNonNull(each.evidence().claimType()))))
                .toList();
        touch(testimonies.replace(RecordName.insight(insight), said));
    }

    private void count(Testimonies.Pair pair, Set<EdgeName> names) {
        Map<Node, List<Triple>> wanted = new HashMap<>();
        names.forEach(name -> wanted.put(derived.edge(name), List.of()));
        for (Edge edge : new Readings(testimonies.of(pair)).edges()) {
            wanted.put(derived.edge(edge.name()), List.copyOf(derived.edge(edge)));
        }
        wanted.forEach(this::hold);
    }
}
