package dev.clew.sparql;

import dev.clew.ledger.Position;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.sparql.crowd.Admission;
import dev.clew.sparql.crowd.ClientConnector;
import dev.clew.sparql.guard.Budget;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;

/** The endpoint's own handlers, gates and writers over a {@link PlainDataset}, on a port of its own. */
final class PlainEndpoint implements AutoCloseable {
    final PlainDataset data;
    private final Server server = new Server();
    private final ClientConnector connector = new ClientConnector(server, new HttpConnectionFactory());
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * Starts it.
     *
     * @param copied whether queries that name no graph are asked of a copy in memory
     */
    PlainEndpoint(String base, boolean copied) throws Exception {
        data = new PlainDataset(base, copied);
        SparqlSettings settings = SparqlSettings.DEFAULT;
        Shared shared = Shared.of(settings, new Admission(settings.crowd()));
        QueryService queries = new QueryService(data, shared, PropertyFunctionRegistry::new);
        UpdateService updates = new UpdateService(base, shared, new Target(data));
        GraphStoreService graphs = new GraphStoreService(new PlainGraphStore(data), shared);
        server.addConnector(connector);
        server.setHandler(SparqlEndpoint.handler(SparqlEndpoint.services(queries, graphs, updates), settings));
        server.start();
    }

    /** Runs updates as they are. */
    private record Target(PlainDataset data) implements UpdateTarget {
        @Override
        public void require(HttpAction action) {
            // Everyone may write to what a test has started.
        }

        @Override
        public void check(Update update) {
            if (update instanceof UpdateModify modify) {
                QueryRules.check(modify.getWherePattern());
            } else if (update instanceof UpdateLoad) {
                throw new ClewException(ErrorCode.INVALID, "LOAD is not offered.");
            }
        }

        @Override
        public Position run(HttpAction action, UpdateRequest update, Budget budget) {
            return data.update(update);
        }

        @Override
        public boolean isVisible(Position written) {
            return true;
        }
    }

    String address() {
        return "http://localhost:" + connector.getLocalPort() + "/sparql";
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(address() + pathAndQuery));
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() throws Exception {
        client.close();
        server.stop();
    }
}
