package dev.clew.fault;

import dev.clew.app.Derived;
import dev.clew.app.Explorer;
import dev.clew.app.Installation;
import dev.clew.app.Settings;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.Ledger;
import dev.clew.ontology.Base;
import dev.clew.ontology.RecordRdf;
import dev.clew.projection.Comparison;
import dev.clew.projection.Projections;
import java.time.Duration;

/** Whether what is stored is whole, and what is derived equals a rebuild. */
final class Whole {
    private Whole() {}

    /** Every record of a running server can be read, written in both forms, and read again as the same. */
    static void require(Explorer explorer, Findings findings) {
        require(explorer.installation().ledger(), explorer.installation().base(), findings);
    }

    /** The same for a ledger. */
    static void require(Ledger ledger, Base base, Findings findings) {
        RecordJson json = new RecordJson(base);
        RecordRdf rdf = new RecordRdf(base);
        ledger.snapshot(snapshot -> snapshot.records()
                .forEach(each -> each.record().ifPresent(record -> {
                    findings.count("records whole at the end");
                    findings.expect(record.equals(json.read(json.line(record)).record()), "differs as JSON: " + record);
                    findings.expect(
                            record.equals(rdf.record(record.name(), rdf.triples(record))), "differs as RDF: " + record);
                })));
    }

    /** Everything derived in a data directory that no server has, brought up to date, equals a rebuild. */
    static void requireDerived(Settings settings, Findings findings) {
        try (Installation installation = Installation.openAlone(settings)) {
            requireDerived(installation, findings);
        }
    }

    /** The same for an installation that is open. */
    static void requireDerived(Installation installation, Findings findings) {
        Ledger ledger = installation.ledger();
        Derived derived = Derived.open(installation.settings().data(), installation.base());
        try (Projections projections = Projections.start(ledger, derived.all())) {
            findings.expect(
                    projections.awaitReached(ledger.head().n(), Duration.ofSeconds(60)),
                    "what is derived does not follow: " + projections.states());
        }
        Derived again = Derived.open(installation.settings().data(), installation.base());
        for (Comparison each : again.compare(ledger, installation.base())) {
            findings.expect(each.equal(), each.name() + " differs from a rebuild");
        }
        again.all().forEach(each -> each.close());
    }
}
