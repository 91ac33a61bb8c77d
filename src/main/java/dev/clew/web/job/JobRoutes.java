package dev.clew.web.job;

import dev.clew.desk.Audit;
import dev.clew.job.JobRun;
import dev.clew.job.JobState;
import dev.clew.job.Jobs;
import dev.clew.web.http.Measures.Gauge;
import dev.clew.web.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes about jobs, and their numbers for an operator. */
public final class JobRoutes {
    private JobRoutes() {}

    /** All of them; what an admin does stands in the audit. */
    public static List<Route> of(Jobs jobs, Audit audit) {
        return new JobCalls(jobs, audit).routes().toList();
    }

    /** What {@code /metrics} tells of each job. Times that there are none of are not numbers. */
    public static List<Gauge> gauges(Jobs jobs) {
        return jobs.list().stream()
                .map(state -> state.job().name())
                .flatMap(name -> Stream.of(
                        gauge(jobs, name, "lag.seconds", state -> seconds(state.lag())),
                        gauge(jobs, name, "failures", JobState::failures),
                        gauge(jobs, name, "paused", state -> state.paused() ? 1 : 0),
                        gauge(jobs, name, "running", state -> state.activity() == JobState.Activity.RUNNING ? 1 : 0),
                        gauge(jobs, name, "last.duration.seconds", state -> took(state.last())),
                        gauge(jobs, name, "last.start.seconds", state -> started(state.last()))))
                .toList();
    }

    private static Gauge gauge(Jobs jobs, String name, String measure, Function<JobState, Number> value) {
        return new Gauge("clew.job." + measure, name, () -> value.apply(jobs.require(name)));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static double took(@Nullable JobRun last) {
        Duration took = last == null ? null : last.took();
        return took == null ? Double.NaN : seconds(took);
    }

    private static double started(@Nullable JobRun last) {
        return last == null ? Double.NaN : last.started().toEpochMilli() / 1000.0;
    }
}
