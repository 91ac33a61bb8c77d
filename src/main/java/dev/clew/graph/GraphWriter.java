package dev.clew.graph;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Belief;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Fact;
import dev.clew.model.Framing;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Reading;
import dev.clew.model.RecordType;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import dev.clew.model.Source;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one state of the graph from the one before and what changed. Used by one thread. */
final class GraphWriter {
    static final String SPEAKS_FOR = "speaks-for";

    final Dictionaries words;
    final Claims claims;
    final Links links;
    /** The current version of each insight, by id. */
    final Map<String, Integer> current = new HashMap<>();
    /** First fact and number of facts of each entity that has any, by its number. */
    final Map<Integer, int[]> facts = new HashMap<>();

    final Voicing voicing;
    /** The day each source came out, by its number; replaced when one changes. */
    private int[] days;

    private int[] voices;
    private State state;
    private Batch batch = new Batch();
    private int change;

    /** What one batch touched. */
    private static final class Batch {
        /** New links of each node: the other end and the row. */
        final Map<Integer, Ints> added = new HashMap<>();
        /** The other ends at which arcs are to be built anew, for each node. */
        final Map<Integer, Ints> touched = new HashMap<>();

        final Map<Integer, Node.Face> faces = new TreeMap<>();

        void touch(int node, int other) {
            touched.computeIfAbsent(node, any -> new Ints(4)).add(other);
        }

        void link(int node, int other, int link) {
            Ints cells = added.computeIfAbsent(node, any -> new Ints(4));
            cells.add(other);
            cells.add(link);
            touch(node, other);
        }
    }

    /** Starts from nothing. */
    GraphWriter(Relations relations) {
        words = new Dictionaries(relations);
        claims = new Claims(1024);
        links = new Links(4096);
        voicing = new Voicing(this, 0);
        days = new int[0];
        voices = new int[0];
        state = state(Position.NONE, 0, Nodes.NONE, Degrees.none());
    }

    /** Starts from what a file held. */
    GraphWriter(Dictionaries words, Claims claims, Links links, Past past) {
        this.words = words;
        this.claims = claims;
        this.links = links;
        this.voicing = new Voicing(this, claims.count);
        this.days = past.days();
        this.voices = past.voices();
        state = state(past.position(), past.historyFrom(), Nodes.NONE, Degrees.none());
    }

    /**
     * What a file knows beside words, claims and links.
     *
     * @param position the last change it shows
     * @param historyFrom the first change whose state can still be told
     * @param voices the number of each claim's voice
     * @param days the day each source came out
     */
    record Past(Position position, int historyFrom, int[] voices, int[] days) {}

    private State state(Position position, int historyFrom, Nodes nodes, Degrees degrees) {
        return new State(position, historyFrom, words, nodes, claims.frozen(), links.frozen(), voices, days, degrees);
    }

    State state() {
        return state;
    }

    /** Takes in changes. */
    State apply(List<Change> changes) {
        for (Change each : changes) {
            change = Math.toIntExact(each.n());
            each.records().forEach(this::take);
            voices = voicing.voices(voices);
        }
        return changes.isEmpty() ? state : finish(changes.getLast().position(), state.historyFrom());
    }

    /** Takes in every published record, into a writer that has seen nothing. */
    State build(Stream<RecordChange> records, Position target) {
        change = Math.toIntExact(target.n());
        records.forEach(this::take);
        voices = voicing.voices(voices);
        return finish(target, change);
    }

    private void take(RecordChange each) {
        ClewRecord record = each.record().orElse(null);
        if (each.name().type() == RecordType.INSIGHT) {
            takeInsight(each.name().id(), (Insight) record);
        } else if (each.name().type() == RecordType.ENTITY) {
            takeEntity(each.name().id(), record instanceof Entity entity ? entity : null);
        } else {
            takeSource(each.name().id(), each.version(), (Source) record);
        }
    }

    private void takeSource(String id, long version, @Nullable Source source) {
        LocalDate date = source == null ? null : source.publication().date();
        int day = date == null ? State.NO_DAY : Math.toIntExact(date.toEpochDay());
        int number = words.sources.number(id);
        int before = number < days.length ? days[number] : State.NO_DAY;
        if (version > 1 && before != day) {
            words.pastDays.was(number, before, change);
        }
        int[] grown = days.clone();
        if (number >= days.length) {
            grown = Arrays.copyOf(days, Math.max(64, number * 2));
            Arrays.fill(grown, days.length, grown.length, State.NO_DAY);
        }
        grown[number] = day;
        days = grown;
    }

    private void takeInsight(String id, @Nullable Insight insight) {
        Integer before = current.remove(id);
        if (before != null) {
            close(claims.firstLink[before], claims.linkCount[before]);
        }
        voicing.insight(id, insight == null ? List.of() : insight.references().cites());
        if (insight != null) {
            current.put(id, addClaim(insight));
        }
    }

    private int addClaim(Insight insight) {
        int claim = claims.add();
        Belief belief = insight.belief();
        claims.id[claim] = insight.id();
        claims.holder[claim] = nodeOrUnknown(belief.holder());
        claims.speaker[claim] = nodeOrUnknown(belief.speaker());
        claims.source[claim] = words.sources.number(insight.passage().source());
        claims.type[claim] = (byte) insight.claim().type().ordinal();
        claims.attribution[claim] = (byte) belief.attribution().ordinal();
        claims.firstLink[claim] = links.count;
        claims.linkCount[claim] = (short) insight.links().size();
        for (Link link : insight.links()) {
            addLink(link, claim);
        }
        return claim;
    }

    private void addLink(Link link, int claim) {
        int relation = words.relation(link.relation());
        if (relation < 0) {
            throw new IllegalStateException("relation " + link.relation() + " is not of this release");
        }
        int row = links.add(change);
        links.subject[row] = node(link.subject().entity());
        links.object[row] = node(link.object().entity());
        links.relation[row] = (byte) relation;
        links.claim[row] = claim;
        links.setStance(row, link.stance());
        Reading reading = Reading.of(link);
        links.reading[row] = words.readings.number(reading);
        words.readings.number(reading.reversed());
        index(row);
    }

    private void index(int row) {
        batch.link(links.subject[row], links.object[row], row);
        if (links.subject[row] != links.object[row]) {
            batch.link(links.object[row], links.subject[row], row);
        }
    }

    private void takeEntity(String id, @Nullable Entity entity) {
        int node = node(id);
        int[] before = facts.remove(node);
        if (before != null) {
            close(before[0], before[1]);
        }
        Node.Face face = entity == null ? Node.Face.unknown(id) : face(entity);
        Node.Face known = face(node);
        if (known.published() && !known.equals(face)) {
            words.pastFaces.was(node, known, change);
        }
        batch.faces.put(node, face);
        List<Fact> stated = entity == null ? List.of() : entity.facts();
        voicing.entity(
                id,
                stated.stream()
                        .filter(each -> each.relation().equals(SPEAKS_FOR))
                        .map(Fact::object)
                        .toList());
        if (!stated.isEmpty()) {
            facts.put(node, new int[] {links.count, stated.size()});
            stated.forEach(each -> addFact(id, each));
        }
    }

    private void addFact(String entity, Fact fact) {
        int source = words.sources.number(fact.source());
        Link link = Link.of(entity, fact.relation(), fact.object(), Sign.ZERO);
        addLink(link, ~source);
    }

    /** What an entity was called last. */
    private Node.Face face(int node) {
        Node.Face taken = batch.faces.get(node);
        if (taken != null) {
            return taken;
        }
        return node < state.nodes().size() ? state.node(node).face() : Node.Face.unknown(words.entities.get(node));
    }

    private static Node.Face face(Entity entity) {
        Map<String, String> framings = new TreeMap<>();
        for (Framing framing : entity.framings()) {
            framings.put(framing.id(), framing.label());
        }
        return new Node.Face(entity.id(), entity.naming().label(), entity.kind(), framings, true);
    }

    private void close(int first, int count) {
        for (int row = first; row < first + count; row++) {
            links.until[row] = change;
            touchEnds(row);
        }
    }

    private void touchEnds(int row) {
        batch.touch(links.subject[row], links.object[row]);
        batch.touch(links.object[row], links.subject[row]);
    }

    /**
     * Ends a claim and begins it again in the same words, for one whose voice became another: so every row keeps the voice
     * it had, and earlier states can be told.
     *
     * @return the new row
     */
    int again(int claim) {
        int first = claims.firstLink[claim];
        int count = claims.linkCount[claim];
        close(first, count);
        int next = claims.copy(claim, links.count);
        for (int row = first; row < first + count; row++) {
            index(links.copy(row, change, next));
        }
        current.put(claims.id[next], next);
        return next;
    }

    private int nodeOrUnknown(@Nullable String entity) {
        return entity == null ? Claims.UNKNOWN : node(entity);
    }

    private int node(String entity) {
        return words.entities.number(entity);
    }

    /** Goes on from the nodes of a file. */
    void restore(Nodes nodes) {
        Degrees degrees = state.degrees().forNodes(nodes.size());
        for (int node = 0; node < nodes.size(); node++) {
            degrees.set(node, nodes.get(node).tally());
        }
        state = state(state.position(), state.historyFrom(), nodes, degrees);
    }

    private State finish(Position position, int historyFrom) {
        Batch done = batch;
        State columns = state(position, historyFrom, Nodes.NONE, state.degrees());
        Nodes.Editor nodes = state.nodes().edit();
        for (int node = nodes.size(); node < words.entities.size(); node++) {
            nodes.add(Node.bare(Node.Face.unknown(words.entities.get(node))));
        }
        done.faces.forEach((node, face) -> nodes.set(node, nodes.get(node).with(face)));
        Degrees degrees = state.degrees().forNodes(nodes.size());
        ArcBuilder builder = new ArcBuilder(columns, row -> links.until[row] == Links.OPEN);
        done.touched.forEach((number, others) -> {
            Node node = nodes.get(number);
            boolean fresh = node.links().length == 0;
            Ints cells = done.added.get(number);
            Node linked = cells == null ? node : node.with(merged(node.links(), cells));
            int[] touched = fresh
                    ? null
                    : IntStream.of(others.toArray()).sorted().distinct().toArray();
            Node built = builder.build(number, linked, touched);
            nodes.set(number, built);
            degrees.set(number, built.tally());
        });
        batch = new Batch();
        state = state(position, historyFrom, nodes.done(), degrees);
        return state;
    }

    /** Old and new cells ordered by the other end; new rows follow old ones of the same end. */
    private static int[] merged(int[] before, Ints added) {
        long[] sorted = new long[added.size / 2];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (long) added.values[2 * i] << 32 | added.values[2 * i + 1];
        }
        Arrays.sort(sorted);
        int[] merged = new int[before.length + added.size];
        int old = 0;
        int place = 0;
        for (long each : sorted) {
            int other = (int) (each >> 32);
            while (old < before.length && before[old] <= other) {
                merged[place++] = before[old++];
                merged[place++] = before[old++];
            }
            merged[place++] = other;
            merged[place++] = (int) each;
        }
        System.arraycopy(before, old, merged, place, before.length - old);
        return merged;
    }
}
