package dev.clew.curate;

import dev.clew.curate.Consequences.EdgeChange;
import dev.clew.curate.Consequences.Looked;
import dev.clew.curate.Consequences.PathChange;
import dev.clew.curate.Consequences.Route;
import dev.clew.curate.Consequences.Standing;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewRecord;
import dev.clew.model.Edge;
import dev.clew.model.EdgeName;
import dev.clew.model.Entity;
import dev.clew.model.Fact;
import dev.clew.model.GraphPreview;
import dev.clew.model.GraphPreview.Graph;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Path;
import dev.clew.model.RecordName;
import dev.clew.model.Redirects;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells what publishing records would do before it is done: edges by the counting rules over every pair of entities that the
 * records, or claims whose voice they change, speak of; paths from and to the neighbours of these edges. Safe for any number
 * of threads.
 */
public final class Foresight {
    /** Most pairs of entities that are looked at. */
    static final int LIMIT_PAIRS = 500;
    /** Most claims whose voice the records may change that are looked at. */
    static final int LIMIT_CLAIMS = 2000;
    /** Most pairs of ends between which best paths are compared. */
    static final int LIMIT_ENDS = 24;

    private static final int NEIGHBOURS = 3;
    private static final int MAX_HOPS = 4;
    private static final String SPEAKS_FOR = "speaks-for";

    private final Ledger ledger;
    private final GraphPreview previews;
    private final Relations relations;

    /** Two entities, the alphabetically first one first. */
    private record Pair(String one, String other) {
        static Pair of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** Foretells over this ledger. */
    public Foresight(Ledger ledger, GraphPreview previews, Relations relations) {
        this.ledger = ledger;
        this.previews = previews;
        this.relations = relations;
    }

    /**
     * What publishing these records together would do.
     *
     * @throws dev.clew.model.ClewException (invalid) for a relation that is none
     */
    public Consequences of(List<ClewRecord> records) {
        Look look = new Look(records);
        return previews.preview(records, look::compare);
    }

    /** One look at what some records touch. */
    private final class Look {
        private final Set<Pair> pairs = new LinkedHashSet<>();
        private final Set<RecordName> claims = new HashSet<>();
        private final Deque<RecordName> citing = new ArrayDeque<>();
        private final Redirects redirects = ledger.redirects();
        private final ForetoldNames names;
        private boolean complete = true;
        private boolean allEnds = true;

        Look(List<ClewRecord> records) {
            names = new ForetoldNames(ledger, records);
            for (ClewRecord record : records) {
                ClewRecord before =
                        ledger.read(record.name()).flatMap(StoredRecord::record).orElse(null);
                add(before);
                add(record);
                if (record instanceof Insight) {
                    citing.add(record.name());
                } else if (!speaksFor(before).equals(speaksFor(record))) {
                    addVoices(record.name());
                }
            }
            addCiting();
        }

        private void add(@Nullable ClewRecord record) {
            if (record == null) {
                return;
            }
            switch (redirects.followed(record)) {
                case Insight insight -> insight.links().forEach(this::add);
                case Entity entity -> entity.facts().forEach(fact -> add(Pair.of(entity.id(), fact.object())));
                default -> {}
            }
        }

        private void add(Link link) {
            add(Pair.of(link.subject().entity(), link.object().entity()));
        }

        private void add(Pair pair) {
            if (pairs.size() < LIMIT_PAIRS) {
                pairs.add(pair);
            } else {
                complete &= pairs.contains(pair);
            }
        }

        private static Set<String> speaksFor(@Nullable ClewRecord record) {
            Set<String> bodies = new TreeSet<>();
            if (record instanceof Entity entity) {
                entity.facts().stream()
                        .filter(fact -> fact.relation().equals(SPEAKS_FOR))
                        .map(Fact::object)
                        .forEach(bodies::add);
            }
            return bodies;
        }

        /** Claims of those who speak for a body now, or of those who speak for them, may get another voice. */
        private void addVoices(RecordName entity) {
            Set<RecordName> seen = new HashSet<>(Set.of(entity));
            Deque<RecordName> open = new ArrayDeque<>(seen);
            while (!open.isEmpty()) {
                for (RecordName referrer : referrers(open.pop())) {
                    ClewRecord record = read(referrer);
                    if (record instanceof Insight) {
                        addClaim(referrer, record);
                        citing.add(referrer);
                    } else if (!speaksFor(record).isEmpty() && seen.add(referrer)) {
                        open.push(referrer);
                    }
                }
            }
        }

        private void addCiting() {
            Set<RecordName> seen = new HashSet<>(citing);
            while (!citing.isEmpty()) {
                RecordName cited = citing.pop();
                for (RecordName referrer : referrers(cited)) {
                    boolean cites = read(referrer) instanceof Insight insight
                            && insight.references().cites().contains(cited.id());
                    if (cites && seen.add(referrer)) {
                        addClaim(referrer, read(referrer));
                        citing.push(referrer);
                    }
                }
            }
        }

        private void addClaim(RecordName name, @Nullable ClewRecord record) {
            if (claims.size() < LIMIT_CLAIMS) {
                claims.add(name);
                add(record);
            } else {
                complete &= claims.contains(name);
            }
        }

        private List<RecordName> referrers(RecordName name) {
            List<RecordName> found = ledger.referencesTo(name, LIMIT_CLAIMS);
            complete &= found.size() < LIMIT_CLAIMS;
            return found;
        }

        private @Nullable ClewRecord read(RecordName name) {
            return ledger.read(name).flatMap(StoredRecord::record).orElse(null);
        }

        Consequences compare(Graph before, Graph after) {
            List<EdgeChange> edges = new ArrayList<>();
            for (Pair pair : pairs) {
                edges.addAll(edges(pair, before, after));
            }
            edges.sort((one, other) -> one.name().compareTo(other.name()));
            List<PathChange> paths = new ArrayList<>();
            for (List<String> ends : ends(edges, before, after)) {
                change(ends.getFirst(), ends.getLast(), before, after, paths);
            }
            return new Consequences(
                    before.change(), edges, paths, names.of(edges, paths), new Looked(complete, allEnds));
        }

        private static List<EdgeChange> edges(Pair pair, Graph before, Graph after) {
            Map<EdgeName, Standing> were = standings(before.between(pair.one(), pair.other()));
            Map<EdgeName, Standing> are = standings(after.between(pair.one(), pair.other()));
            Set<EdgeName> names = new TreeSet<>(were.keySet());
            names.addAll(are.keySet());
            return names.stream()
                    .filter(name -> !Objects.equals(were.get(name), are.get(name)))
                    .map(name -> new EdgeChange(name, were.get(name), are.get(name)))
                    .toList();
        }

        private static Map<EdgeName, Standing> standings(List<Edge> edges) {
            Map<EdgeName, Standing> standings = new HashMap<>();
            edges.forEach(edge -> standings.put(edge.name(), Standing.of(edge)));
            return standings;
        }

        /** From the ends of changed edges and those before them, to the other ends and those after them. */
        private Set<List<String>> ends(List<EdgeChange> edges, Graph before, Graph after) {
            Set<List<String>> ends = new LinkedHashSet<>();
            for (EdgeChange edge : edges) {
                String from = from(edge.name());
                String to = to(edge.name());
                Set<String> starts = new LinkedHashSet<>(List.of(from));
                Set<String> goals = new LinkedHashSet<>(List.of(to));
                for (Graph graph : List.of(before, after)) {
                    graph.around(from, 50).stream()
                            .filter(each -> to(each.name()).equals(from))
                            .limit(NEIGHBOURS)
                            .forEach(each -> starts.add(from(each.name())));
                    graph.around(to, 50).stream()
                            .filter(each -> from(each.name()).equals(to))
                            .limit(NEIGHBOURS)
                            .forEach(each -> goals.add(to(each.name())));
                }
                for (String start : starts) {
                    for (String goal : goals) {
                        addEnds(start, goal, ends);
                    }
                }
            }
            return ends;
        }

        private void addEnds(String start, String goal, Set<List<String>> ends) {
            List<String> pair = List.of(start, goal);
            if (start.equals(goal)) {
                return;
            }
            if (ends.size() < LIMIT_ENDS) {
                ends.add(pair);
            } else {
                allEnds &= ends.contains(pair);
            }
        }

        private String from(EdgeName edge) {
            return runsBackward(edge) ? edge.object() : edge.subject();
        }

        private String to(EdgeName edge) {
            return runsBackward(edge) ? edge.subject() : edge.object();
        }

        private boolean runsBackward(EdgeName edge) {
            return relations
                    .find(edge.relation())
                    .filter(RelationType::runsBackward)
                    .isPresent();
        }

        private static void change(String from, String to, Graph before, Graph after, List<PathChange> changes) {
            Route was = route(before.bestPath(from, to, MAX_HOPS));
            Route is = route(after.bestPath(from, to, MAX_HOPS));
            if (!Objects.equals(was, is)) {
                changes.add(new PathChange(from, to, was, is));
            }
        }

        private static @Nullable Route route(List<Path> paths) {
            if (paths.isEmpty()) {
                return null;
            }
            Path best = paths.getFirst();
            return new Route(best.nodes().stream().map(Path.Node::id).toList(), best.sign());
        }
    }
}
