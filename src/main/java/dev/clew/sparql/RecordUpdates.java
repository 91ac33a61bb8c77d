package dev.clew.sparql;

import dev.clew.ledger.Position;
import dev.clew.model.Caller;
import dev.clew.rdf.RdfProjection;
import dev.clew.sparql.guard.Budget;
import dev.clew.sparql.guard.Guards;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.exec.UpdateExecDatasetBuilder;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;

/**
 * Updates of curators: run on a view of the published records that buffers what it changes, whose difference goes through the
 * ledger's door as edits of records, all of them or none.
 */
final class RecordUpdates implements UpdateTarget {
    private final RdfProjection rdf;
    private final SparqlWrites writes;
    private final GraphEdits edits;

    RecordUpdates(RdfProjection rdf, SparqlWrites writes) {
        this.rdf = rdf;
        this.writes = writes;
        this.edits = new GraphEdits(writes);
    }

    @Override
    public void require(HttpAction action) {
        writes.require(action);
    }

    @Override
    public void check(Update operation) {
        operation.visit(new UpdateRules(rdf.baseAddress()));
    }

    @Override
    public Position run(HttpAction action, UpdateRequest update, Budget budget) {
        Caller caller = writes.require(action);
        return edits.write(caller, "SPARQL update", () -> run(update, budget));
    }

    @Override
    public boolean isVisible(Position written) {
        return writes.awaitVisible().test(written.n());
    }

    private GraphEdits.Outcome run(UpdateRequest update, Budget budget) {
        return rdf.read(view -> {
            UpdateView dataset = new UpdateView(view.dataset());
            UpdateExec execution = UpdateExecDatasetBuilder.create()
                    .update(Guards.in(update, budget))
                    .dataset(dataset)
                    .set(ARQ.enablePropertyFunctions, false)
                    .set(ARQ.httpServiceAllowed, false)
                    .timeout(budget.timeLimit().toMillis(), TimeUnit.MILLISECONDS)
                    .build();
            budget.onStop(execution::abort);
            execute(execution, budget);
            return new GraphEdits.Outcome(view.position(), dataset.changed());
        });
    }

    /** Runs it to its end: what was stopped on the way is not written in part. */
    private static void execute(UpdateExec execution, Budget budget) {
        budget.during(() -> {
            execution.execute();
            if (budget.isOver()) {
                throw budget.reason();
            }
            return execution;
        });
    }
}
