package dev.clew.sparql;

import dev.clew.ontology.Jena;
import dev.clew.rdf.RdfProjection;
import dev.clew.sparql.crowd.Admission;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.servlets.ActionProcessor;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/**
 * The SPARQL endpoint, mounted on the server that has everything else: {@code /sparql} answers queries by GET and POST,
 * {@code /sparql/data} is the Graph Store Protocol, {@code /sparql/update} takes updates of curators.
 *
 * <p>With Javalin: {@code config.jetty.modifyServer(server -> SparqlEndpoint.mount(server, rdf, settings, writes))}. Javalin adds its
 * own context to the collection that is then there, and gets what the endpoint leaves alone: every other path, and a
 * browser's GET of {@code /sparql} without a query. The handler is Fuseki's context taken off Fuseki's own server, which
 * never starts; so all of it is on the one port.
 */
public final class SparqlEndpoint {
    private static final String CONTEXT_PATH = "/sparql";

    private SparqlEndpoint() {}

    /**
     * Mounts the endpoint as the first handler of a server that has none yet.
     *
     * @return the collection that is now the server's handler, to add further ones to
     */
    public static ContextHandlerCollection mount(
            Server server, RdfProjection rdf, SparqlSettings settings, SparqlWrites writes) {
        ContextHandlerCollection handlers = new ContextHandlerCollection();
        handlers.addHandler(handler(rdf, settings, writes));
        server.setHandler(handlers);
        return handlers;
    }

    /**
     * A handler that answers for {@code /sparql} from this projection, across its rebuilds. To be mounted once.
     *
     * @param settings the limits, each named in the answer that it causes
     * @param writes what updates and Graph Store writes go through
     */
    public static Handler handler(RdfProjection rdf, SparqlSettings settings, SparqlWrites writes) {
        return handler(rdf, settings, writes, SparqlFunctions.NONE);
    }

    /**
     * The same, with paths and text search from within queries.
     *
     * @param offered what queries may ask beyond the standard
     */
    public static Handler handler(
            RdfProjection rdf, SparqlSettings settings, SparqlWrites writes, SparqlFunctions offered) {
        return handler(rdf, settings, new Admission(settings.crowd()), writes, offered);
    }

    /** The same with an admission of the caller's, who can see how many are in. */
    public static Handler handler(
            RdfProjection rdf,
            SparqlSettings settings,
            Admission admission,
            SparqlWrites writes,
            SparqlFunctions offered) {
        Jena.ready();
        Supplier<PropertyFunctionRegistry> functions = () -> offered.forOneQuery(rdf.baseAddress());
        Shared shared = Shared.of(settings, admission);
        QueryService queries = new QueryService(rdf, shared, functions);
        return handler(services(rdf, queries, shared, writes), settings);
    }

    /** A handler of these operations. */
    static Handler handler(DataService services, SparqlSettings settings) {
        Jena.ready();
        FusekiServer fuseki = FusekiServer.create()
                .contextPath(CONTEXT_PATH)
                .fusekiModules(FusekiModules.empty())
                .port(0)
                .add("/", services)
                .build();
        ServletContextHandler context =
                (ServletContextHandler) fuseki.getJettyServer().getHandler();
        fuseki.getJettyServer().setHandler((Handler) null);
        context.setMaxFormContentSize(EndpointHandler.limitBodyBytes(settings.limitQueryCharacters()));
        return new EndpointHandler(context, CONTEXT_PATH, settings.limitQueryCharacters());
    }

    private static DataService services(RdfProjection rdf, QueryService queries, Shared shared, SparqlWrites writes) {
        return services(
                queries,
                new GraphStoreService(new RecordGraphStore(rdf, shared.settings(), writes), shared),
                new UpdateService(rdf.baseAddress(), shared, new RecordUpdates(rdf, writes)));
    }

    /** The three operations under their names. */
    static DataService services(ActionProcessor queries, ActionProcessor graphs, ActionProcessor updates) {
        Jena.ready();
        return DataService.newBuilder(DatasetGraphZero.create())
                .addEndpoint(endpoint(Operation.Query, "", queries))
                .addEndpoint(endpoint(Operation.GSP_RW, "data", graphs))
                .addEndpoint(endpoint(Operation.Update, "update", updates))
                .build();
    }

    private static Endpoint endpoint(Operation operation, String name, ActionProcessor processor) {
        return Endpoint.create()
                .operation(operation)
                .endpointName(name)
                .processor(processor)
                .build();
    }
}
