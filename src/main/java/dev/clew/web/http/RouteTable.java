package dev.clew.web.http;

import dev.clew.model.ClewException;
import dev.clew.model.Role;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every route the server offers: binds them to the server, and knows which methods a path takes. Immutable. */
public final class RouteTable {
    /** The name of the request attribute that says which route answered, for the measures. */
    static final String ANSWERED_BY = "clew.route";

    private record Row(Route route, Pattern path) {}

    private final List<Row> rows;

    /** A table of these routes. */
    public RouteTable(List<Route> routes) {
        List<Row> compiled = new ArrayList<>();
        routes.forEach(
                route -> compiled.add(new Row(route, pattern(route.address().path()))));
        rows = List.copyOf(compiled);
    }

    /**
     * A table of these routes and of one more, {@code /api/openapi.json}, which describes all of them.
     *
     * @param base where records have their addresses
     * @param version of this release
     */
    public static RouteTable described(List<Route> routes, String base, String version) {
        List<Route> all = new ArrayList<>(routes);
        all.add(Route.read(
                "/api/openapi.json",
                "This description.",
                List.of(),
                "OpenApi",
                asked -> Answer.json(OpenApi.document(all, base, version))));
        return new RouteTable(all);
    }

    private static Pattern pattern(String template) {
        String expression = Arrays.stream(template.split("/", -1))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining("/"));
        return Pattern.compile(expression);
    }

    /** The routes, in their order. */
    public List<Route> routes() {
        return rows.stream().map(Row::route).toList();
    }

    /** The methods that this path takes, {@code OPTIONS} included; empty when the path is not in the table. */
    public TreeSet<String> methods(String path) {
        TreeSet<String> methods = rows.stream()
                .filter(row -> row.path().matcher(path).matches())
                .map(row -> row.route().address().method())
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.addAll(List.of("HEAD", "OPTIONS"));
        }
        return methods;
    }

    /** Binds every route to the server. */
    void bind(RoutesConfig routes, Requests requests) {
        for (Row row : rows) {
            Route route = row.route();
            HandlerType method = HandlerType.findOrCreate(route.address().method());
            routes.addHttpHandler(method, route.address().path(), context -> serve(route, context, requests));
        }
    }

    private static void serve(Route route, Context context, Requests requests) {
        context.attribute(ANSWERED_BY, route.address().path());
        if (route.address().role() != Role.ANYBODY) {
            context.header("Cache-Control", "no-store");
        }
        try {
            Answers.send(context, route.call().answer(requests.read(route, context)));
        } catch (ClewException refused) {
            Requests.drain(context.req());
            throw refused;
        }
    }
}
