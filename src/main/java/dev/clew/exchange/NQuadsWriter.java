package dev.clew.exchange;

import dev.clew.ledger.RecordChange.Content;
import dev.clew.ontology.Base;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** N-Quads with whole addresses: the quads of a record stand together, sorted. */
final class NQuadsWriter implements RecordFileWriter {
    private final Base base;
    private final OutputStream out;

    NQuadsWriter(Base base, OutputStream out) {
        this.base = base;
        this.out = out;
    }

    @Override
    public void write(Content record) throws IOException {
        String graph = " <" + base.iri(record.record().name()) + "> .\n";
        StringBuilder quads = new StringBuilder();
        for (CanonicalLine line : CanonicalLine.of(record.canonicalText())) {
            quads.append(whole(line.subject())).append(' ');
            quads.append(line.predicate()).append(' ');
            quads.append(whole(line.object())).append(graph);
        }
        out.write(quads.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String whole(String term) {
        return CanonicalLine.isAddress(term) ? "<" + base.absolute(CanonicalLine.address(term)) + ">" : term;
    }
}
