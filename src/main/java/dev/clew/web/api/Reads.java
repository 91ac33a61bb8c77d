package dev.clew.web.api;

import dev.clew.ledger.Ledger;
import dev.clew.model.ClewException;
import dev.clew.model.RecordName;
import dev.clew.model.Redirects;
import dev.clew.ontology.Base;
import dev.clew.projection.ProjectionState;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.ServerLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What every read call shares: records at one change, the base, and waiting for a change. Safe for any number of threads. */
final class Reads {
    /** Waits until everything shows a change. */
    @FunctionalInterface
    interface Awaiting {
        /**
         * Returns when every projection has reached the change.
         *
         * @throws ClewException (not-ready) when one has not within this time
         */
        void reach(long change, Duration limit);
    }

    /** The parameters that name entities, whatever the call. */
    private static final Set<String> NAMING_ENTITIES = Set.of(
            "from",
            "to",
            "via",
            "avoid",
            "nodes",
            "holder",
            "speaker",
            "entity",
            "other",
            "a.holder",
            "b.holder",
            "a.speaker",
            "b.speaker",
            "topic",
            "follow");

    private static final Parameter AT_LEAST = Parameter.optional(
            "atLeast",
            new Form.Whole(0, 999_999_999_999_999L),
            "Waits up to " + ServerLimits.AWAIT_CHANGE.toSeconds() + " seconds until the answer shows this change.");

    private final Ledger ledger;
    private final Base base;
    private final Awaiting awaiting;
    private final Supplier<Optional<ProjectionState>> graphServer;
    private volatile View view;

    /** Reads in a process that projects onto no server of graphs. */
    Reads(Ledger ledger, Base base, Awaiting awaiting) {
        this(ledger, base, awaiting, Optional::empty);
    }

    /**
     * Reads the records.
     *
     * @param graphServer tells how the server that the library is projected onto stands, where there is one
     */
    Reads(Ledger ledger, Base base, Awaiting awaiting, Supplier<Optional<ProjectionState>> graphServer) {
        this.ledger = ledger;
        this.base = base;
        this.awaiting = awaiting;
        this.graphServer = graphServer;
        this.view = View.current(ledger, -1);
    }

    Ledger ledger() {
        return ledger;
    }

    Base base() {
        return base;
    }

    /** What tells the queries behind answers. */
    Behind behind() {
        return new Behind(base, graphServer.get().orElse(null));
    }

    /** The last change of the ledger. */
    long change() {
        return ledger.head().n();
    }

    /** The records as they stand; one view serves all requests until the next change. */
    View view() {
        long change = change();
        View current = view;
        if (current.change() != change || current.isFull()) {
            current = View.current(ledger, change);
            view = current;
        }
        return current;
    }

    /** The records as they stood at a change; the newest when none is given. */
    View view(Optional<Long> asOf) {
        return asOf.map(change -> View.at(ledger, change)).orElseGet(this::view);
    }

    /** The change that an argument names: by its number, or by a day, whose last change is meant (in UTC). */
    Optional<Long> change(Arguments asked, String parameter) {
        return LensForm.change(asked, parameter, ledger);
    }

    /** A read call that can wait for a change. */
    Route route(String path, String summary, List<Parameter> parameters, String schema, Route.Call call) {
        List<Parameter> all =
                Stream.concat(parameters.stream(), Stream.of(AT_LEAST)).toList();
        return Route.read(path, summary, all, schema, asked -> {
            asked.arguments().optionalWhole("atLeast").ifPresent(n -> awaiting.reach(n, ServerLimits.AWAIT_CHANGE));
            return call.answer(followed(asked));
        });
    }

    /**
     * Where a parameter names an entity that was merged, the one that stands for it is meant; where an earlier moment is asked
     * about, only if it was merged by then.
     */
    Route.Asked followed(Route.Asked asked) {
        Redirects redirects = view().redirects();
        if (redirects.isEmpty()) {
            return asked;
        }
        Optional<View> past = asked.arguments().knows("asOf")
                ? change(asked.arguments(), "asOf").map(n -> View.at(ledger, n))
                : Optional.empty();
        return asked.with(asked.arguments()
                .with(
                        NAMING_ENTITIES,
                        id -> past.flatMap(then -> then.entity(id)).isPresent() ? id : redirects.survivor(id)));
    }

    /**
     * Refuses ids under which no entity is published.
     *
     * @throws ClewException (not-found, gone) naming the first
     */
    static void requireEntities(View view, List<String> ids) {
        ids.forEach(id -> view.require(RecordName.entity(id)));
    }
}
