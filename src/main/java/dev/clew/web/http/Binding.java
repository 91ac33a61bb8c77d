package dev.clew.web.http;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Ties the route table, the pages and the way failures are told to a Javalin server. */
public final class Binding {
    private static final List<String> OPEN_TO_OTHER_SITES = List.of(
            "/api/",
            "/insight/",
            "/entity/",
            "/source/",
            "/change/",
            "/ontology",
            "/relation/",
            "/context.jsonld",
            "/sparql/",
            "/.well-known/void",
            "/dump.",
            "/feeds/");
    private static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE");

    private Binding() {}

    /** Configures the server: its routes, what happens elsewhere, failures, and measures. */
    public static void apply(JavalinConfig server, RouteTable table, Gate gate, StaticPages pages, Measures measures) {
        Elsewhere elsewhere = new Elsewhere(table, pages);
        RoutesConfig routes = server.routes;
        routes.before(Binding::shareWithOtherSites);
        table.bind(routes, new Requests(gate));
        routes.options("/*", context -> options(table, context));
        routes.get("/*", context -> Answers.send(context, elsewhere.answer(context)));
        for (String method : WRITING) {
            routes.addHttpHandler(
                    HandlerType.findOrCreate(method),
                    "/*",
                    context -> Answers.send(context, elsewhere.answer(context)));
        }
        tellFailures(routes);
        server.router.javaLangErrorHandler((response, error) -> tellError(response, error));
        server.requestLogger.http(measures::request);
    }

    private static void shareWithOtherSites(Context context) {
        String path = context.path();
        if (OPEN_TO_OTHER_SITES.stream().anyMatch(path::startsWith)) {
            context.header("Access-Control-Allow-Origin", "*");
            context.header(
                    "Access-Control-Expose-Headers",
                    "ETag, Link, Retry-After, Clew-Change, Clew-Complete, Clew-Records, " + ServerHeaders.REQUEST_ID);
            context.header("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }

    private static void options(RouteTable table, Context context) {
        String allowed = String.join(", ", table.methods(context.path()));
        context.status(204).header("Allow", allowed.isEmpty() ? "GET, HEAD, OPTIONS" : allowed);
        context.header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
        context.header("Access-Control-Allow-Headers", "Accept, If-None-Match");
        context.header("Access-Control-Max-Age", "86400");
    }

    private static void tellFailures(RoutesConfig routes) {
        routes.exception(
                ClewException.class,
                (failure, context) -> Answers.send(context, Failures.answer(failure, requestId(context))));
        routes.exception(
                DetailedRefusal.class,
                (failure, context) -> Answers.send(context, Failures.answer(failure, requestId(context))));
        routes.exception(
                HttpResponseException.class,
                (failure, context) -> Answers.send(context, Failures.answer(known(failure), requestId(context))));
        routes.exception(
                Exception.class,
                (failure, context) -> Answers.send(context, Failures.unexpected(failure, requestId(context))));
    }

    private static ClewException known(HttpResponseException failure) {
        return switch (failure.getStatus()) {
            case 404 -> new ClewException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
            case 405 -> new ClewException(ErrorCode.METHOD_NOT_ALLOWED, "This method is not offered here.");
            case 413 ->
                new ClewException(
                        ErrorCode.TOO_LARGE, "The body is larger than " + ServerLimits.BODY_BYTES + " bytes.");
            default -> new ClewException(ErrorCode.BAD_REQUEST, "The request could not be read.", failure);
        };
    }

    private static void tellError(HttpServletResponse response, Error error) {
        String requestId = response.getHeader(ServerHeaders.REQUEST_ID);
        Answer answer = Failures.unexpected(error, requestId == null ? "unknown" : requestId);
        response.setStatus(answer.status());
        response.setContentType(answer.mediaType());
        try {
            response.getOutputStream().write(answer.body());
        } catch (IOException gone) {
            throw new UncheckedIOException("the caller has left", gone);
        }
    }

    private static String requestId(Context context) {
        String id = context.attribute(ServerHeaders.REQUEST_ID);
        return id == null ? "unknown" : id;
    }
}
