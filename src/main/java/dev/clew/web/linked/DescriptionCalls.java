package dev.clew.web.linked;

import dev.clew.ledger.ChangeSummary;
import dev.clew.ledger.Ledger;
import dev.clew.model.Role;
import dev.clew.ontology.Base;
import dev.clew.ontology.LibraryDescription;
import dev.clew.rdf.DataCounts;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** {@code /.well-known/void}: what the library holds and where it can be had. */
final class DescriptionCalls {
    private final Ledger ledger;
    private final Base base;
    private final CountsKept counts;

    DescriptionCalls(Ledger ledger, Base base, CountsKept counts) {
        this.ledger = ledger;
        this.base = base;
        this.counts = counts;
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("GET", "/" + LibraryDescription.PLACE, Role.ANYBODY),
                "What the library holds, counted, and where it can be had (VoID): as RDF, or as a page.",
                List.of(),
                Route.Produces.media(Forms.MEDIA_TYPES),
                asked -> answer(asked.accept())));
    }

    private Answer answer(String accept) {
        DataCounts counted = counts.current();
        long n = counted.position().n();
        LibraryDescription description =
                new LibraryDescription(at(n), n, ledger.counts().records(), counted.classes(), counted.properties());
        return Forms.choose(
                        accept,
                        syntax -> description.write(base, syntax),
                        () -> new DescriptionPage(description, base).html())
                .with("Clew-Change", Long.toString(n))
                .with("Cache-Control", "no-cache");
    }

    /** When a change was committed; the epoch before the first. */
    private Instant at(long n) {
        return ledger.changesBefore(n + 1, "", 1).stream()
                .map(ChangeSummary::at)
                .findFirst()
                .orElse(Instant.EPOCH);
    }
}
