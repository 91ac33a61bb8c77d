package dev.clew.sparql;

import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.model.Caller;
import dev.clew.model.Role;
import dev.clew.ontology.Base;
import dev.clew.ontology.RecordRdf;
import dev.clew.projection.RandomLibrary;
import dev.clew.rdf.RdfProjection;
import dev.clew.sparql.crowd.Admission;
import dev.clew.sparql.crowd.ClientConnector;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.Callback;

/** The endpoint on a bare Jetty server of its own port, mounted as a real one would, with a page behind it. */
final class EndpointFixture implements AutoCloseable {
    final RandomLibrary library;
    final RdfProjection rdf;
    private final Admission admission;
    private final Store store;
    private final Ledger ledger;
    private final Server server = new Server();
    private final ServerConnector connector = new ClientConnector(server, new HttpConnectionFactory());
    private final HttpClient client = HttpClient.newHttpClient();

    EndpointFixture(Path directory, SparqlSettings settings) throws Exception {
        this(directory, settings, 40);
    }

    /** The same with a library that has grown by so many changes. */
    EndpointFixture(Path directory, SparqlSettings settings, int changes) throws Exception {
        library = new RandomLibrary(42, Math.max(30, changes / 2));
        rdf = RdfProjection.open(directory.resolve("rdf"), Base.DEFAULT);
        rdf.apply(library.changes(changes));
        server.addConnector(connector);
        store = Store.open(StoreSettings.in(directory.resolve("ledger")));
        ledger = Ledger.open(LedgerSettings.on(store));
        SparqlWrites writes =
                new SparqlWrites(EndpointFixture::caller, ledger, new RecordRdf(Base.DEFAULT), change -> true);
        admission = new Admission(settings.crowd());
        ContextHandlerCollection handlers = new ContextHandlerCollection();
        handlers.addHandler(SparqlEndpoint.handler(rdf, settings, admission, writes, SparqlFunctions.NONE));
        handlers.addHandler(new ContextHandler(new Page(), "/"));
        server.setHandler(handlers);
        server.start();
    }

    private static final class Page extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(200);
            org.eclipse.jetty.io.Content.Sink.write(response, true, "the page behind", callback);
            return true;
        }
    }

    /** Says who asks as a test wants it: the role is the token. */
    private static Caller caller(HttpServletRequest request) {
        String role = request.getHeader("Authorization");
        return role == null ? Caller.ANONYMOUS : new Caller("ada", Role.ofAccount(role));
    }

    int running() {
        return admission.running();
    }

    int waiting() {
        return admission.waiting();
    }

    /** Has the ledger as it is while a server stops. */
    void closeLedger() {
        store.close();
    }

    /** Which change the ledger is at. */
    long written() {
        return ledger.head().n();
    }

    String address() {
        return "http://localhost:" + connector.getLocalPort() + "/sparql";
    }

    HttpResponse<String> get(String query, String accept) {
        return send(asking(query, accept));
    }

    /** Asks and does not wait; whoever cancels it leaves, so that the query ends. */
    CompletableFuture<HttpResponse<String>> later(String query) {
        return client.sendAsync(asking(query, "application/sparql-results+json").build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder asking(String query, String accept) {
        return HttpRequest.newBuilder(URI.create(address() + "?query=" + encode(query)))
                .header("Accept", accept);
    }

    HttpResponse<String> get(String query) {
        return get(query, "application/sparql-results+json");
    }

    HttpResponse<String> getPath(String pathAndQuery, String accept) {
        return send(HttpRequest.newBuilder(URI.create(address() + pathAndQuery)).header("Accept", accept));
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return send(HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", contentType)
                .header("Accept", "*/*")
                .POST(BodyPublishers.ofString(body)));
    }

    /** What a curator sends. */
    HttpResponse<String> write(String method, String path, String contentType, String body) {
        return send(HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", contentType)
                .header("Authorization", "curator")
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        client.close();
        server.stop();
        rdf.close();
        store.close();
    }
}
