package dev.clew.mcp;

import dev.clew.ontology.Base;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;

/**
 * {@code /mcp}: the <a href="https://modelcontextprotocol.io">Model Context Protocol</a> over streamable HTTP, read-only and
 * without sessions, so that nothing is kept between two requests.
 *
 * <p>A request that names an origin is taken only from pages of this machine and of the base, so that no page elsewhere can make
 * a reader's browser ask here.
 */
public final class McpEndpoint {
    private static final String PATH = "/mcp";
    private static final int BODY_LIMIT_BYTES = 200_000;
    private static final String INSTRUCTIONS =
            "A library of claims made in podcasts and documents. Every answer cites the"
                    + " claims behind it in 'cites': give those addresses along with what you say, say who holds a claim and who says"
                    + " it, and never present a claim as a fact. Find ids with search_insights before you ask for a thing, paths or"
                    + " related claims. For anything else write SPARQL; the resources hold the vocabulary and queries to begin with.";

    private McpEndpoint() {}

    /**
     * A handler for {@code /mcp}, to be mounted once.
     *
     * @param base where records have their addresses
     * @param version of this release
     */
    public static Handler handler(Base base, String version) {
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .messageEndpoint(PATH)
                .maxRequestSize(BODY_LIMIT_BYTES)
                .contextExtractor(McpEndpoint::ownAddress)
                .httpHeaderValidator(new OriginCheck(base))
                .build();
        McpServer.sync(transport)
                .serverInfo("clew", version)
                .instructions(INSTRUCTIONS)
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .build())
                .requestTimeout(Duration.ofSeconds(60))
                .validateToolInputs(false)
                .tools(new Tools(new OwnServer(), new Citations(base), base).all())
                .resources(Resources.under(base))
                .build();
        ServletContextHandler context = new ServletContextHandler(PATH);
        context.setAllowNullPathInContext(true);
        context.addFilter(
                new FilterHolder(new MessageCheck(BODY_LIMIT_BYTES)), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(transport), "/*");
        return context;
    }

    /** Where this very server was reached, as the tools ask it again. */
    private static McpTransportContext ownAddress(HttpServletRequest request) {
        String host = request.getLocalAddr();
        String written = host.contains(":") ? "[" + host + "]" : host;
        return McpTransportContext.create(
                Map.of(OwnServer.ADDRESS, "http://" + written + ":" + request.getLocalPort()));
    }
}
