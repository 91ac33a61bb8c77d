package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.clew.brief.Follow;
import dev.clew.brief.Watch;
import dev.clew.desk.Reader;
import dev.clew.desk.Reader.Followed;
import dev.clew.desk.Reader.Linked;
import dev.clew.desk.Reader.Weight;
import dev.clew.desk.Readers;
import dev.clew.desk.Schedule;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Fields;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How an address comes to be written to, and how that ends with one click (RFC 8058). */
final class AddressCalls {
    private static final Takes.Content ONE_CLICK =
            new Takes.Content(List.of("application/x-www-form-urlencoded", "multipart/form-data"), "", 1_000);
    private static final String SAYS =
            "A letter goes to this address: open the link in it, and what is followed comes there. Nothing comes before.";

    private final Readership readership;
    private final ReaderRoutes.Needs needs;

    AddressCalls(Readership readership, ReaderRoutes.Needs needs) {
        this.readership = readership;
        this.needs = needs;
    }

    Stream<Route> routes() {
        return Stream.of(
                Route.read(
                        "/api/reader/address",
                        "Whether this installation sends briefs by mail.",
                        List.of(),
                        "ReaderMail",
                        asked -> Answer.json(
                                JsonNodeFactory.instance.objectNode().put("mail", needs.confirming() != null))),
                new Route(
                        new Route.Address("POST", "/api/reader/address", Role.ANYBODY),
                        "Asks the owner of an address whether briefs may be sent there.",
                        Takes.json(List.of(), "ReaderAddress"),
                        new Route.Produces(List.of(Answer.JSON), "ReaderAsked", 202),
                        this::ask),
                new Route(
                        new Route.Address("POST", "/api/reader/confirmation", Role.ANYBODY),
                        "Confirms an address by the link that was sent there, and gives its reader a private link.",
                        Takes.json(List.of(), "ReaderSecret"),
                        Route.Produces.created("ReaderKey"),
                        this::confirm),
                new Route(
                        new Route.Address("POST", "/reading/leave", Role.ANYBODY),
                        "Ends all letters to the reader of a private link: the one click of RFC 8058.",
                        new Takes(List.of(Readership.KEY), Set.of(), ONE_CLICK),
                        Route.Produces.NOTHING,
                        this::leave));
    }

    private Answer ask(Route.Asked asked) {
        Consumer<Linked> confirming = needs.confirming();
        if (confirming == null) {
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    "This installation sends no mail: read at /brief or by its feed, or have its operator set smtp-host.");
        }
        Fields fields = Fields.of(asked.body(), "address", "follows");
        String address = fields.text("address");
        List<Followed> follows = fields.texts("follows").stream()
                .map(AddressCalls::written)
                .map(what -> new Followed(what, Weight.PLAIN))
                .toList();
        Readers readers = readership.readers();
        Optional<Reader> known = readership.find(asked);
        Optional<Linked> link =
                known.isPresent() ? readers.askFor(known.get(), address) : readers.ask(address, follows);
        link.ifPresent(confirming);
        return Readership.unkept(JsonNodeFactory.instance.objectNode().put("says", SAYS))
                .withStatus(202);
    }

    private static String written(String what) {
        return Watch.parse(what)
                .map(Watch::written)
                .orElseGet(() -> Follow.parse(what).written());
    }

    private Answer confirm(Route.Asked asked) {
        String secret = Fields.of(asked.body(), "secret").text("secret");
        return readership.key(readership.readers().confirm(secret)).withStatus(201);
    }

    private Answer leave(Route.Asked asked) {
        Reader reader = readership.byKey(asked);
        readership.readers().schedule(reader, reader.schedule().pausedUntil(Schedule.FOR_GOOD));
        return Readership.nothing();
    }
}
