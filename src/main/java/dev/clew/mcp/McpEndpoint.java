package dev.clew.mcp;

import dev.clew.ontology.Base;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

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
        ServletContextHandler context = new ServletContextHandler(PATH);
        context.setAllowNullPathInContext(true);
        context.addFilter(
                new FilterHolder(new MessageCheck(BODY_LIMIT_BYTES)), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Protocol(base, version)), "/*");
        return context;
    }

    private static HttpServletStatelessServerTransport transport(Base base, String version) {
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
        return transport;
    }

    /** The protocol's library, loaded by its first request: a start would wait a quarter of a second for it. */
    private static final class Protocol extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient Supplier<HttpServletStatelessServerTransport> make;
        private transient @Nullable HttpServletStatelessServerTransport transport;

        private Protocol(Base base, String version) {
            this.make = () -> transport(base, version);
        }

        private synchronized HttpServletStatelessServerTransport made() throws ServletException {
            if (transport == null) {
                transport = make.get();
                transport.init(getServletConfig());
            }
            return transport;
        }

        @Override
        public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
            made().service(request, response);
        }
    }

    /** Where this very server was reached, as the tools ask it again. */
    private static McpTransportContext ownAddress(HttpServletRequest request) {
        String host = request.getLocalAddr();
        String written = host.contains(":") ? "[" + host + "]" : host;
        return McpTransportContext.create(
                Map.of(OwnServer.ADDRESS, "http://" + written + ":" + request.getLocalPort()));
    }
}
