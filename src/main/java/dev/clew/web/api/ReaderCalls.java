package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.brief.BriefText;
import dev.clew.brief.Due;
import dev.clew.brief.ReaderBrief;
import dev.clew.desk.Reader;
import dev.clew.desk.Schedule;
import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.model.Relations;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Fields;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /api/reader}: what one reader has, when they read, what they would get tomorrow, and the end of it. */
final class ReaderCalls {
    private final Readership readership;
    private final ReaderRoutes.Needs needs;
    private final Relations relations;
    private final Reads reads;

    ReaderCalls(Readership readership, ReaderRoutes.Needs needs, Relations relations, Reads reads) {
        this.readership = readership;
        this.needs = needs;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(
                route(
                        "GET",
                        "",
                        "What the asking reader follows, and when they read.",
                        Route.Produces.json("Reader"),
                        this::read),
                new Route(
                        new Route.Address("PUT", "/api/reader/schedule", Role.ANYBODY),
                        "Says when the asking reader reads: hour, weekdays, zone, and a pause.",
                        Takes.json(List.of(), "ReaderSchedule").reading(Takes.Header.READER_KEY),
                        Route.Produces.json("Reader"),
                        this::schedule),
                route(
                        "GET",
                        "/brief",
                        "The next brief of the asking reader, as of now.",
                        Route.Produces.json("ReaderBrief"),
                        this::preview),
                route(
                        "POST",
                        "/link",
                        "A further private link of the asking reader: page and feeds without an account; shown only now.",
                        Route.Produces.created("ReaderKey"),
                        asked -> readership
                                .key(readership.readers().link(readership.of(asked)))
                                .withStatus(201)),
                route(
                        "DELETE",
                        "",
                        "Deletes everything about the asking reader: address, follows, links and what was sent.",
                        Route.Produces.NOTHING,
                        this::delete));
    }

    private static Route route(String method, String path, String summary, Route.Produces produces, Route.Call call) {
        return new Route(
                new Route.Address(method, "/api/reader" + path, Role.ANYBODY),
                summary,
                Readership.takes(List.of()),
                produces,
                call);
    }

    private Answer read(Route.Asked asked) {
        return told(readership.of(asked));
    }

    private Answer told(Reader reader) {
        ReaderJson json = new ReaderJson(reads.view(), relations);
        ObjectNode told = json.reader(reader, needs.briefs().reading()).put("mail", needs.confirming() != null);
        Due.next(reader.schedule(), Instant.now())
                .ifPresent(
                        day -> told.put("next", Due.at(reader.schedule(), day).toString()));
        return Readership.unkept(told);
    }

    private Answer schedule(Route.Asked asked) {
        Fields fields = Fields.of(asked.body(), "hour", "weekdays", "zone", "pausedUntil");
        Schedule schedule = new Schedule(
                fields.whole("hour"),
                weekdays(fields.texts("weekdays")),
                Schedule.zone(fields.text("zone")),
                day(fields.optionalText("pausedUntil").orElse(null)));
        return told(readership.readers().schedule(readership.of(asked), schedule));
    }

    private static Set<DayOfWeek> weekdays(List<String> names) {
        return names.stream()
                .map(name -> Enumerations.find(DayOfWeek.class, name)
                        .orElseThrow(() -> ClewException.invalid("weekdays", "must be names such as monday", name)))
                .collect(Collectors.toSet());
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeException malformed) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "pausedUntil must be a day such as 2026-12-24.", malformed);
        }
    }

    private Answer preview(Route.Asked asked) {
        Reader reader = readership.of(asked);
        LocalDate day = Due.next(reader.schedule(), Instant.now())
                .orElseGet(() -> LocalDate.now(reader.schedule().zone()).plusDays(1));
        ReaderBrief brief = needs.briefs().of(reader, day);
        NamedJson names = new NamedJson(reads.view(), relations);
        BriefJson json = new BriefJson(names, new BriefText(names::label, relations));
        return Readership.unkept(json.brief(brief).put("day", day.toString()));
    }

    private Answer delete(Route.Asked asked) {
        readership.readers().delete(readership.of(asked));
        return Readership.nothing();
    }
}
