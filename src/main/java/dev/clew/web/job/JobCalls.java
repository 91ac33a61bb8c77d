package dev.clew.web.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Actor;
import dev.clew.desk.Audit;
import dev.clew.job.JobRun;
import dev.clew.job.JobState;
import dev.clew.job.Jobs;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** {@code /api/jobs}: what the server does again and again, and how to run it now, hold it and let it go on. */
final class JobCalls {
    private static final Parameter NAME = Parameter.path("name", new Form.Text(40), "The name of the job.");

    private final Jobs jobs;
    private final Audit audit;

    JobCalls(Jobs jobs, Audit audit) {
        this.jobs = jobs;
        this.audit = audit;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("GET", "/api/jobs", Role.ADMIN),
                        "What the server does again and again: when each job ran and runs, how it went, and how late it is.",
                        List.of(),
                        Route.Produces.json("Jobs"),
                        asked -> list()),
                route("run", "Runs a job now, paused or not; 409 while it runs.", did(Audit.Kind.JOB_RUN, jobs::run)),
                route(
                        "pause",
                        "Holds a job, on every server, until it is resumed; a run under way goes on to its end.",
                        did(Audit.Kind.JOB_PAUSED, jobs::pause)),
                route(
                        "resume",
                        "Lets a job run again; when it was due meanwhile it runs at once.",
                        did(Audit.Kind.JOB_RESUMED, jobs::resume)));
    }

    private static Route route(String what, String summary, Route.Call call) {
        Route.Address address = new Route.Address("POST", "/api/jobs/{name}/" + what, Role.ADMIN);
        return new Route(address, summary, List.of(NAME), Route.Produces.json("Job"), call);
    }

    /** Something that is done to the job of a name. */
    private interface Deed {
        JobState on(String name);
    }

    private Route.Call did(Audit.Kind kind, Deed deed) {
        return asked -> {
            JobState state = deed.on(asked.arguments().text("name"));
            audit.note(
                    kind,
                    "",
                    new Actor(asked.caller().name(), "rest"),
                    state.job().name());
            return Answer.json(json(state)).with("Cache-Control", "no-store");
        };
    }

    private Answer list() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var list = json.putArray("jobs");
        jobs.list().forEach(each -> list.add(json(each)));
        return Answer.json(json).with("Cache-Control", "no-store");
    }

    private static ObjectNode json(JobState state) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", state.job().name())
                .put("what", state.job().what())
                .put("every", state.job().schedule().every().toString())
                .put("activity", state.activity().code())
                .put("paused", state.paused())
                .put("lag", state.lag().toSeconds())
                .put("failures", state.failures());
        if (state.next() != null) {
            json.put("next", state.next().toString());
        }
        if (state.last() != null) {
            json.set("last", json(state.last()));
        }
        return json;
    }

    private static ObjectNode json(JobRun run) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("started", run.started().toString())
                .put("outcome", run.outcome().code())
                .put("message", run.message())
                .put("late", run.late().toSeconds());
        Duration took = run.took();
        if (took != null && run.ended() != null) {
            json.put("ended", run.ended().toString()).put("milliseconds", took.toMillis());
        }
        return json;
    }
}
