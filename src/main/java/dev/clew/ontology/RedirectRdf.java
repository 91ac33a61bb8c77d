package dev.clew.ontology;

import dev.clew.model.RecordType;
import dev.clew.model.Redirect;

/** A redirect as triples and back: its class, where it leads, and what the merged entity was called. */
final class RedirectRdf {
    private RedirectRdf() {}

    static void write(Redirect redirect, Statements out) {
        out.record()
                .type(RecordClass.REDIRECT.node())
                .text(Terms.LABEL, redirect.label(), redirect.language())
                .entity(Terms.REPLACED_BY, redirect.to());
    }

    static Redirect read(String id, Description node) {
        Description.Tagged label = node.requiredTagged(Terms.LABEL);
        return new Redirect(id, node.requiredId(Terms.REPLACED_BY, RecordType.ENTITY), label.text(), label.language());
    }
}
