package dev.clew.ledger;

import dev.clew.ledger.RecordChange.Content;
import dev.clew.model.ClewRecord;
import dev.clew.model.RecordName;
import dev.clew.ontology.CanonicalText;
import dev.clew.ontology.RecordRdf;

/** Records to and from the text that the ledger keeps. */
final class RecordTexts {
    private final RecordRdf rdf;
    private final CanonicalText canonicalText;

    RecordTexts(RecordRdf rdf) {
        this.rdf = rdf;
        this.canonicalText = new CanonicalText(rdf.base());
    }

    Content of(ClewRecord record) {
        return new Content(record, canonicalText.write(rdf.triples(record)));
    }

    Content read(RecordName name, String text) {
        return new Content(rdf.record(name, canonicalText.read(text)), text);
    }
}
