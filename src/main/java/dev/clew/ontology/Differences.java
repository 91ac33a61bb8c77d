package dev.clew.ontology;

import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Says in sentences how the triples that were given differ from those that the record they state would have. */
final class Differences {
    private static final int LIMIT_PROBLEMS = 20;

    private final Base base;
    private final String recordIri;

    Differences(Base base, RecordName name) {
        this.base = base;
        this.recordIri = base.iri(name);
    }

    /** At most 20 problems, in the order of the triples; never empty when the sets differ. */
    List<Problem> between(Set<Triple> stated, Set<Triple> meant) {
        List<Problem> problems = new ArrayList<>();
        stated.stream()
                .filter(triple -> !meant.contains(triple))
                .map(this::surplus)
                .forEach(problems::add);
        meant.stream()
                .filter(triple -> !stated.contains(triple))
                .map(this::missing)
                .forEach(problems::add);
        return problems.subList(0, Math.min(LIMIT_PROBLEMS, problems.size()));
    }

    private Problem surplus(Triple triple) {
        return new Problem(path(triple), surplusMessage(triple), CanonicalText.line(base, triple));
    }

    private String surplusMessage(Triple triple) {
        if (Terms.isRelation(triple.getPredicate())) {
            return "is a plain triple without an undenied link or fact behind it: add the node that asserts it, or remove it";
        }
        if (isOfRecord(triple.getSubject())) {
            return "is none of the properties, or not the value, that this record's other triples lead to: remove or correct "
                    + triple.getPredicate();
        }
        return "describes something outside this record: move it to the record that it is about";
    }

    private Problem missing(Triple triple) {
        String message = Terms.isRelation(triple.getPredicate())
                ? "is missing: an undenied link or fact needs its plain triple beside its node; add it"
                : "is missing: the record's other triples lead to it; add it";
        return new Problem(path(triple), message, CanonicalText.line(base, triple));
    }

    private boolean isOfRecord(Node subject) {
        return subject.isURI()
                && (subject.getURI().equals(recordIri) || subject.getURI().startsWith(recordIri + "#"));
    }

    private String path(Triple triple) {
        if (Terms.isRelation(triple.getPredicate())) {
            return recordIri.contains("/entity/") ? "facts" : "links";
        }
        return isOfRecord(triple.getSubject()) ? Terms.field(triple.getPredicate()) : "";
    }
}
