package dev.clew.sparql;

import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Committed;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Hands what an update makes of graphs to the ledger's door as edits of records. A record that has a later version than the
 * update saw makes it run once more; then it is refused.
 */
final class GraphEdits {
    private final SparqlWrites writes;

    GraphEdits(SparqlWrites writes) {
        this.writes = writes;
    }

    /**
     * What an update makes of graphs.
     *
     * @param seen the change that it was worked out on
     * @param graphs what each graph that it touches shall hold; nothing retracts its record
     */
    record Outcome(Position seen, Map<Node, ? extends Collection<Triple>> graphs) {}

    /** Thrown when a record has a later version than the update saw. */
    private static final class Stale extends RuntimeException {
        Stale(RecordName name) {
            super(name.path());
        }
    }

    /**
     * Works an update out and writes it as one change; the last change when it comes to nothing.
     *
     * @param work the update; run once more when others wrote in between
     * @throws ClewException (invalid) listing what a record's graph would have wrong; (conflict) when others wrote twice
     */
    Position write(Caller caller, String why, Supplier<Outcome> work) {
        writes.awaitHead();
        try {
            return commit(caller, why, work.get());
        } catch (Stale firstTime) {
            writes.awaitHead();
        }
        try {
            return commit(caller, why, work.get());
        } catch (Stale again) {
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    again.getMessage() + " was changed by others while the update ran, twice: send it again.");
        }
    }

    private Position commit(Caller caller, String why, Outcome outcome) {
        List<RecordEdit> edits = edits(outcome);
        if (edits.isEmpty()) {
            return writes.ledger().head();
        }
        try {
            Committed committed = writes.ledger().commit(new Edit(new Author(caller.name(), why), edits));
            return committed.position();
        } catch (ClewException refused) {
            if (refused.code() == ErrorCode.STALE_VERSION || refused.code() == ErrorCode.VERSION_REQUIRED) {
                throw new Stale(edits.getFirst().name());
            }
            throw refused;
        }
    }

    private List<RecordEdit> edits(Outcome outcome) {
        List<RecordEdit> edits = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        outcome.graphs().forEach((graph, triples) -> {
            try {
                edit(graph, triples, outcome.seen()).ifPresent(edits::add);
            } catch (ClewException refused) {
                if (refused.code() != ErrorCode.INVALID) {
                    throw refused;
                }
                refused.problems().forEach(problem -> problems.add(named(graph, problem)));
            }
        });
        if (!problems.isEmpty()) {
            throw ClewException.invalid(problems);
        }
        return edits;
    }

    private static Problem named(Node graph, Problem problem) {
        String path = "<" + graph + ">" + (problem.path().isEmpty() ? "" : " " + problem.path());
        return new Problem(path, problem.message(), problem.value());
    }

    private Optional<RecordEdit> edit(Node graph, Collection<Triple> triples, Position seen) {
        RecordName name = name(graph);
        Optional<StoredRecord> stored = writes.ledger().read(name);
        if (stored.isPresent() && stored.get().n() > seen.n()) {
            throw new Stale(name);
        }
        Long version = stored.map(StoredRecord::version).orElse(null);
        if (triples.isEmpty()) {
            boolean isThere = stored.isPresent() && stored.get().content() != null;
            return isThere ? Optional.of(RecordEdit.retract(name, version)) : Optional.empty();
        }
        return Optional.of(RecordEdit.put(writes.rdf().record(name, triples), version));
    }

    /** The record that a graph is. */
    RecordName name(Node graph) {
        return (graph.isURI() ? writes.rdf().base().name(graph.getURI()) : Optional.<RecordName>empty())
                .orElseThrow(() -> ClewException.invalid(
                        "",
                        "is no graph of this library: a graph is a record, such as "
                                + writes.rdf().base().address() + "insight/ID",
                        graph.toString()));
    }
}
