package dev.clew.bench;

import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.model.Caller;
import dev.clew.ontology.Base;
import dev.clew.ontology.RecordRdf;
import dev.clew.rdf.RdfProjection;
import dev.clew.sparql.SparqlEndpoint;
import dev.clew.sparql.SparqlSettings;
import dev.clew.sparql.SparqlWrites;
import dev.clew.sparql.crowd.ClientConnector;
import dev.clew.sparql.crowd.CrowdLimits;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;

/** The endpoint over a projection on two ports: one that answers each query anew, and one that gives answers again. */
final class ServedSparql implements AutoCloseable {
    private static final CrowdLimits ALONE = new CrowdLimits(
            8, 100, Duration.ofSeconds(60), Duration.ofSeconds(60), new CrowdLimits.PerClient(100, 1_000_000));
    private static final SparqlSettings ANEW =
            SparqlSettings.DEFAULT.withCrowd(ALONE).withAnswers(new SparqlSettings.Answers(1_000_000, 500_000_000, 1));

    private final Path scratch;
    private final Store store;
    private final Server server = new Server();
    private final Server caching = new Server();

    private ServedSparql(Path scratch, RdfProjection rdf) throws Exception {
        this.scratch = scratch;
        store = Store.open(StoreSettings.in(scratch));
        SparqlWrites nobody = new SparqlWrites(
                request -> Caller.ANONYMOUS,
                Ledger.open(LedgerSettings.on(store)),
                new RecordRdf(Base.DEFAULT),
                change -> true);
        start(server, rdf, ANEW, nobody);
        start(caching, rdf, SparqlSettings.DEFAULT.withCrowd(ALONE), nobody);
    }

    private static void start(Server server, RdfProjection rdf, SparqlSettings settings, SparqlWrites nobody)
            throws Exception {
        server.addConnector(new ClientConnector(server, new HttpConnectionFactory()));
        SparqlEndpoint.mount(server, rdf, settings, nobody);
        server.start();
    }

    static ServedSparql start(RdfProjection rdf) throws IOException {
        try {
            return new ServedSparql(Files.createTempDirectory("clew-bench-served"), rdf);
        } catch (IOException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    String address() {
        return address(server);
    }

    String cachingAddress() {
        return address(caching);
    }

    private static String address(Server server) {
        return "http://localhost:" + server.getURI().getPort() + "/sparql";
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
            caching.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        store.close();
        BenchFiles.delete(scratch);
    }
}
