package dev.clew.web.curate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Exploration;
import dev.clew.desk.Explorations;
import dev.clew.model.Caller;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.List;
import java.util.Set;

/** The routes by which readers keep views of the pages, and open them again by a short id. */
public final class ExplorationRoutes {
    private static final Parameter ID = Parameter.path("id", new Form.Id(), "The short id.");
    private static final Parameter LIMIT =
            Parameter.fallback("limit", new Form.Whole(1, Explorations.LIMIT_ROWS), "50", "Most explorations.");
    private static final Parameter CURSOR = Parameter.optional(
            "cursor", new Form.Whole(1, 999_999_999_999L), "Where the last page ended, as its answer said.");

    private final Explorations explorations;

    private ExplorationRoutes(Explorations explorations) {
        this.explorations = explorations;
    }

    /** All of them. */
    public static List<Route> of(Explorations explorations) {
        return new ExplorationRoutes(explorations).routes();
    }

    private List<Route> routes() {
        return List.of(
                new Route(
                        new Route.Address("GET", "/api/explorations", Role.READER),
                        "The views that the asking account keeps, latest first.",
                        List.of(LIMIT, CURSOR),
                        Route.Produces.json("Explorations"),
                        this::list),
                new Route(
                        new Route.Address("POST", "/api/explorations", Role.READER),
                        "Keeps a view of the pages under a short id; its page stands at /x/ID.",
                        Takes.json(List.of(), "NewExploration"),
                        Route.Produces.created("Exploration"),
                        this::keep),
                Route.read(
                        "/api/explorations/{id}",
                        "A view that was kept, for whoever knows its id.",
                        List.of(ID),
                        "Exploration",
                        this::read),
                new Route(
                        new Route.Address("DELETE", "/api/explorations/{id}", Role.READER),
                        "Takes a view of one's own away for good.",
                        List.of(ID),
                        Route.Produces.NOTHING,
                        this::delete));
    }

    private Answer list(Route.Asked asked) {
        int limit = asked.arguments().whole("limit");
        List<Exploration> found = explorations.of(
                asked.caller().name(), asked.arguments().optionalWhole("cursor").orElse(Long.MAX_VALUE), limit);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("explorations");
        found.forEach(each -> list.add(json(each, asked.caller())));
        if (found.size() == limit) {
            json.put("nextCursor", found.getLast().number());
        }
        return unkept(json);
    }

    private Answer keep(Route.Asked asked) {
        ObjectNode body = Bodies.object(asked, Set.of("title", "place"));
        Exploration.Draft draft =
                new Exploration.Draft(Bodies.text(body, "title", "").strip(), Bodies.text(body, "place", ""));
        Exploration kept = explorations.keep(draft, asked.caller().name());
        return unkept(json(kept, asked.caller())).withStatus(201);
    }

    private Answer read(Route.Asked asked) {
        return unkept(json(explorations.read(asked.arguments().text("id")), asked.caller()));
    }

    private Answer delete(Route.Asked asked) {
        explorations.delete(asked.arguments().text("id"), asked.caller());
        return Answer.of("", new byte[0]).withStatus(204);
    }

    private static Answer unkept(ObjectNode json) {
        return Answer.json(json).with("Cache-Control", "no-store");
    }

    /** Without its account's name: whoever opens a link learns what is shown, not who made it. */
    private static ObjectNode json(Exploration exploration, Caller caller) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", exploration.id())
                .put("title", exploration.draft().title())
                .put("place", exploration.draft().place())
                .put("at", exploration.at().toString())
                .put("own", exploration.by().equals(caller.name()));
    }
}
