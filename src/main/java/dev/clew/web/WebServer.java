package dev.clew.web;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.sparql.crowd.ClientConnector;
import dev.clew.web.api.Features;
import dev.clew.web.api.ReadRoutes;
import dev.clew.web.http.Binding;
import dev.clew.web.http.FairUse;
import dev.clew.web.http.Gate;
import dev.clew.web.http.Measures;
import dev.clew.web.http.Route;
import dev.clew.web.http.RouteTable;
import dev.clew.web.http.ServerErrors;
import dev.clew.web.http.ServerHeaders;
import dev.clew.web.http.ServerLimits;
import dev.clew.web.http.StaticPages;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The running server: one port for reads, records, pages, health and what is mounted beside them. */
public final class WebServer implements AutoCloseable {
    private final Javalin server;
    private final Measures measures;
    private final String host;

    private WebServer(Javalin server, Measures measures, String host) {
        this.server = server;
        this.measures = measures;
        this.host = host;
    }

    /**
     * Starts to listen; returns when requests are answered.
     *
     * @param settings where to listen, and how
     * @param features what reads are answered from; closed by its owner, after the server
     * @param beside what else the server offers
     * @throws ClewException (cannot-listen) when the host is unknown or the port is taken or forbidden
     */
    public static WebServer start(WebSettings settings, Features features, Beside beside) {
        Measures measures = new Measures();
        StaticPages pages = new StaticPages(settings.pagesFolder());
        List<Route> routes =
                new ArrayList<>(ReadRoutes.of(features, settings.base(), settings.version(), pages, measures));
        routes.addAll(beside.routes());
        beside.gauges().forEach(measures::gauge);
        RouteTable table = RouteTable.described(routes, settings.base().address(), settings.version());
        return start(settings, table, measures, beside);
    }

    /**
     * What the server offers beside the reads.
     *
     * @param gate who tells callers from each other, for every route
     * @param routes further routes of the one table
     * @param mounted handlers with contexts of their own, such as the one for {@code /sparql}; stopped with the server
     * @param gauges further numbers at {@code /metrics}
     * @param requested run at the beginning of every request, by many threads at once
     */
    public record Beside(
            Gate gate, List<Route> routes, List<Handler> mounted, List<Measures.Gauge> gauges, Runnable requested) {
        /** Copies the lists. */
        public Beside {
            routes = List.copyOf(routes);
            mounted = List.copyOf(mounted);
            gauges = List.copyOf(gauges);
        }

        /** The same without further numbers, telling nobody. */
        public Beside(Gate gate, List<Route> routes, List<Handler> mounted) {
            this(gate, routes, mounted, List.of(), () -> {});
        }
    }

    /**
     * The same for any routes.
     *
     * @param settings where to listen
     * @param table the routes to offer
     * @param measures what to count with; closed with the server
     * @param beside who tells callers from each other, and what is mounted
     * @throws ClewException (cannot-listen) when the host is unknown or the port is taken or forbidden
     */
    static WebServer start(WebSettings settings, RouteTable table, Measures measures, Beside beside) {
        ServerSocketChannel door = listen(settings);
        Javalin server = Javalin.create(config -> {
            jetty(config, settings, beside.mounted(), measures);
            config.jetty.addConnector((jetty, http) -> {
                http.addCustomizer((request, headers) -> noted(request, beside));
                return connector(jetty, http, door);
            });
            Binding.apply(config, table, beside.gate(), new StaticPages(settings.pagesFolder()), measures);
        });
        return new WebServer(server.start(), measures, settings.host());
    }

    private static ServerSocketChannel listen(WebSettings settings) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                InetAddress address = InetAddress.getByName(settings.host());
                channel.bind(new InetSocketAddress(address, settings.port()), 128);
                return channel;
            } catch (IOException refused) {
                channel.close();
                throw refused;
            }
        } catch (IOException refused) {
            throw new ClewException(
                    ErrorCode.CANNOT_LISTEN,
                    "Cannot listen at " + settings.host() + " port " + settings.port() + ": " + reason(refused)
                            + ". Choose another port with --port, or stop the program that uses this one.",
                    refused);
        }
    }

    private static String reason(IOException refused) {
        return switch (refused) {
            case java.net.UnknownHostException unknown -> "no such host";
            case java.net.BindException taken -> taken.getMessage() == null ? "refused" : taken.getMessage();
            default -> "the system refuses it";
        };
    }

    private static void jetty(JavalinConfig config, WebSettings settings, List<Handler> mounted, Measures measures) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = ServerLimits.BODY_BYTES;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.jetty.threadPool = new QueuedThreadPool(ServerLimits.THREADS, 8);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(ServerLimits.REQUEST_HEADER_BYTES);
            http.setSendServerVersion(false);
            http.addCustomizer(new ServerHeaders(settings.base().address().startsWith("https:")));
        });
        config.jetty.modifyServer(jetty -> {
            jetty.setErrorHandler(new ServerErrors());
            jetty.setStopTimeout(ServerLimits.STOP.toMillis());
            ContextHandlerCollection contexts = new ContextHandlerCollection();
            mounted.forEach(contexts::addHandler);
            FairUse fair = new FairUse(contexts);
            measures.gauge("clew.requests.underway", "server", fair::underWay);
            measures.gauge("clew.requests.limit", "server", () -> ServerLimits.REQUESTS);
            measures.gauge("clew.requests.limit", "address", () -> ServerLimits.REQUESTS_OF_ADDRESS);
            measures.gauge("clew.requests.refused", "server", fair::refused);
            jetty.setHandler(fair);
        });
    }

    private static Request noted(Request request, Beside beside) {
        beside.requested().run();
        return request;
    }

    private static Connector connector(Server jetty, HttpConfiguration http, ServerSocketChannel door) {
        ServerConnector connector = new ClientConnector(jetty, new HttpConnectionFactory(http));
        connector.setIdleTimeout(ServerLimits.IDLE.toMillis());
        try {
            connector.open(door);
        } catch (IOException refused) {
            throw new ClewException(ErrorCode.CANNOT_LISTEN, "The port was closed while the server started.", refused);
        }
        return connector;
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Where a browser finds it. */
    public String address() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/";
    }

    /** Stops: running requests may end within five seconds, new ones are refused. */
    @Override
    public void close() {
        server.stop();
        measures.close();
    }
}
