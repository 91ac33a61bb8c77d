package dev.clew.web.http;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Answers whatever no route answers: page files, page addresses, wrong methods, and places that do not exist. */
final class Elsewhere {
    private static final List<String> MACHINE_PLACES =
            List.of("/api", "/health", "/metrics", "/sparql", "/feeds", "/mcp");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final Pattern PAGE_PLACES = Pattern.compile(
            "/(search|brief|add|import|merge|review|disputes|changes|conflicts|explore|paths|questions|sparql|to-do"
                    + "|compare|relations|compare-lenses|what-if|thin-hops|what-changed|common|sign-in|join|account|admin"
                    + "|reading|reading/leave|subscriptions|jobs|scans)?"
                    + "|/(insight|entity|source)/[a-z0-9-]+/history|/(framings|relations|topics)/[a-z0-9-]+|/embed/(path|(entity|insight)/[a-z0-9-]+)|/x/[a-z0-9]{12}");

    private final RouteTable table;
    private final StaticPages pages;

    Elsewhere(RouteTable table, StaticPages pages) {
        this.table = table;
        this.pages = pages;
    }

    /** Answers a request that matched no route of the table. */
    Answer answer(Context context) {
        String path = context.path();
        boolean isPage =
                READING.contains(context.method()) && PAGE_PLACES.matcher(path).matches();
        if (isPage) {
            return pages.page(200);
        }
        refuseWrongMethod(context);
        if (!path.equals("/index.html")) {
            Optional<Answer> file = pages.file(path);
            if (file.isPresent()) {
                return file.get();
            }
        }
        if (wantsPage(context)) {
            return pages.page(404);
        }
        throw new ClewException(
                ErrorCode.NOT_FOUND,
                "There is nothing at " + shortened(path) + ". The calls on offer are listed at /api/openapi.json.");
    }

    private void refuseWrongMethod(Context context) {
        TreeSet<String> methods = table.methods(context.path());
        String method = context.method().name();
        if (methods.isEmpty() ? method.equals("GET") || method.equals("HEAD") : methods.contains(method)) {
            return;
        }
        String allowed = methods.isEmpty() ? "GET, HEAD" : String.join(", ", methods);
        context.header("Allow", allowed);
        throw new ClewException(
                ErrorCode.METHOD_NOT_ALLOWED,
                method + " is not offered at " + shortened(context.path()) + "; it takes " + allowed + ".");
    }

    private static boolean wantsPage(Context context) {
        String path = context.path();
        String accept = context.header("Accept");
        return MACHINE_PLACES.stream().noneMatch(place -> path.equals(place) || path.startsWith(place + "/"))
                && path.lastIndexOf('.') < path.lastIndexOf('/')
                && accept != null
                && Negotiation.choose(accept, List.of("application/problem+json", "text/html"))
                        .filter("text/html"::equals)
                        .isPresent();
    }

    private static String shortened(String path) {
        return path.length() <= 200 ? path : path.substring(0, 199) + "…";
    }
}
