package dev.clew.app;

import dev.clew.curate.Imports;
import dev.clew.ingest.scan.Scans;
import dev.clew.sparql.crowd.Admission;
import dev.clew.store.Store;
import dev.clew.web.http.Measures.Gauge;
import java.util.List;
import java.util.function.IntSupplier;

/** What {@code /metrics} tells of queues and limits that no other part measures: how full each is, and how full it may be. */
final class ServerGauges {
    private ServerGauges() {}

    /** Of the database: the space until writing stops, its size, and the reads that wait for a connection. */
    static List<Gauge> of(Store store) {
        return List.of(
                new Gauge("clew.space.left.bytes", "disk", () -> left(store)),
                new Gauge("clew.writing.stopped", "disk", () -> left(store) < 0 ? 1 : 0),
                new Gauge("clew.database.bytes", "database", store::sizeBytes),
                new Gauge("clew.queue.running", "reads", () -> store.readers().running()),
                new Gauge("clew.queue.waiting", "reads", () -> store.readers().waiting()),
                new Gauge("clew.queue.limit", "reads", () -> store.readers().limit()));
    }

    /** Not a number where nobody knows. */
    private static double left(Store store) {
        return store.spaceLeft().isPresent() ? store.spaceLeft().orElseThrow() : Double.NaN;
    }

    /** Of queries by SPARQL: those under way, those that wait for a place, and those turned away. */
    static List<Gauge> of(Admission admission) {
        return List.of(
                new Gauge("clew.queue.running", "sparql", admission::running),
                new Gauge("clew.queue.waiting", "sparql", admission::waiting),
                new Gauge("clew.queue.limit", "sparql", () -> admission.limits().places()),
                new Gauge(
                        "clew.queue.waiting.limit",
                        "sparql",
                        () -> admission.limits().waiting()),
                new Gauge("clew.queue.refused", "sparql", admission::turnedAway));
    }

    /** Of what is done in the background, one after the other. */
    static List<Gauge> ofQueues(IntSupplier imports, IntSupplier scans) {
        return List.of(
                new Gauge("clew.queue.waiting", "imports", imports::getAsInt),
                new Gauge("clew.queue.waiting.limit", "imports", () -> Imports.LIMIT_OPEN),
                new Gauge("clew.queue.waiting", "scans", scans::getAsInt),
                new Gauge("clew.queue.waiting.limit", "scans", () -> Scans.LIMIT_OPEN));
    }
}
