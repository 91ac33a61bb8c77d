package dev.clew.web.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/** What the server counts and times, in the text format of Prometheus. Safe for any number of threads. */
public final class Measures implements AutoCloseable {
    /** The media type of the answer. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Begins to count. */
    public Measures() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Shows a number that is read when somebody asks. */
    public void gauge(String name, String part, Supplier<Number> value) {
        io.micrometer.core.instrument.Gauge.builder(name, value)
                .tag("part", part)
                .register(registry);
    }

    /**
     * A number that is read when somebody asks.
     *
     * @param name such as {@code clew.job.lag.seconds}
     * @param part of what
     * @param value read by many threads at once, without waiting for anything
     */
    public record Gauge(String name, String part, Supplier<Number> value) {}

    /** Shows a number that is read when somebody asks. */
    public void gauge(Gauge gauge) {
        gauge(gauge.name(), gauge.part(), gauge.value());
    }

    /** Notes one answered request under the route that answered it; the address itself would make endless series. */
    void request(Context context, float milliseconds) {
        String route = context.attribute(RouteTable.ANSWERED_BY);
        Timer.builder("http.server.requests")
                .tag("method", context.method().name())
                .tag("route", route == null ? "other" : route)
                .tag("status", Integer.toString(context.statusCode()))
                .register(registry)
                .record(Duration.ofNanos((long) (milliseconds * 1_000_000)));
    }

    /** Everything counted so far. */
    public Answer answer() {
        return Answer.of(MEDIA_TYPE, registry.scrape().getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store");
    }

    @Override
    public void close() {
        registry.close();
    }
}
