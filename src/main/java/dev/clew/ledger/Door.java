package dev.clew.ledger;

import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Fact;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.RelationClass;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Source;
import dev.clew.ontology.RecordClass;
import dev.clew.ontology.RecordRdf;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.ontology.ShapeValidator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one door: what a record must satisfy to be published, by itself and towards the records it refers to.
 *
 * <p>It is a function of the record and the standing of what it refers to, so it gives the same answer before a
 * transaction, inside it, and for a file that is not written yet. Safe for any number of threads.
 */
public final class Door {
    private final Relations relations;
    private final ShapeValidator shapes;

    /** The door of this release: its relation types and its shapes. */
    public Door(RecordRdf rdf) {
        relations = RelationCatalogue.load();
        shapes = new ShapeValidator(rdf);
    }

    /**
     * What is wrong with a record; empty when it may be published.
     *
     * @param standing the standing of each record referred to; empty when it is not published
     */
    public List<Problem> problems(ClewRecord record, Function<RecordName, Optional<Standing>> standing) {
        List<Problem> problems = new ArrayList<>();
        Map<RecordName, RecordClass> kinds = new HashMap<>();
        for (Reference reference : ReferenceList.of(record)) {
            Optional<Standing> found = found(record, reference, standing);
            found.ifPresent(target -> kinds.put(reference.target(), target.recordClass()));
            referenceProblem(reference, found).ifPresent(problems::add);
        }
        switch (record) {
            case Insight insight -> checkLinks(insight, problems);
            case Entity entity -> checkFacts(entity, problems);
            case Source source -> {}
            case Redirect redirect -> {}
        }
        return problems.isEmpty() ? shapes.validate(record, kinds) : problems;
    }

    /** What is wrong with the references of a record alone, when something it refers to changes. */
    static List<Problem> referenceProblems(ClewRecord record, Function<RecordName, Optional<Standing>> standing) {
        return ReferenceList.of(record).stream()
                .flatMap(reference -> referenceProblem(reference, found(record, reference, standing)).stream())
                .toList();
    }

    /** What others find where a reference leads: at a merged entity the one that stands for it, but for a redirect itself. */
    private static Optional<Standing> found(
            ClewRecord record, Reference reference, Function<RecordName, Optional<Standing>> standing) {
        Optional<Standing> found = standing.apply(reference.target());
        if (record instanceof Redirect) {
            return found;
        }
        return found.flatMap(
                target -> target.leadsTo() == null ? Optional.of(target) : standing.apply(target.leadsTo()));
    }

    private static Optional<Problem> referenceProblem(Reference reference, Optional<Standing> found) {
        String id = reference.target().id();
        if (found.isEmpty()) {
            String type = reference.target().type().code();
            return Optional.of(new Problem(
                    reference.path(), "no " + type + " of this id is published: correct it, or add it first", id));
        }
        Standing target = found.get();
        if (target.leadsTo() != null) {
            return Optional.of(new Problem(
                    reference.path(),
                    "was merged itself: name " + target.leadsTo().id() + " instead",
                    id));
        }
        if (!reference.allowed().contains(target.recordClass())) {
            String allowed =
                    reference.allowed().stream().map(RecordClass::localName).collect(Collectors.joining(" or "));
            String message = "is a " + target.recordClass().localName() + ": name a " + allowed;
            return Optional.of(new Problem(reference.path(), message, id));
        }
        String framing = reference.framing();
        if (framing != null && !target.framings().contains(framing)) {
            String known = target.framings().isEmpty() ? "none" : String.join(", ", target.framings());
            return Optional.of(new Problem(
                    reference.path() + "Framing", "'" + id + "' has no such framing; it has: " + known, framing));
        }
        return Optional.empty();
    }

    private void checkLinks(Insight insight, List<Problem> problems) {
        for (int i = 0; i < insight.links().size(); i++) {
            Link link = insight.links().get(i);
            Optional<RelationType> type = relations.find(link.relation());
            String path = "links[" + i + "].";
            if (type.isEmpty()) {
                problems.add(unknownRelation(path, link.relation()));
            } else if (!type.get().allows(link.sign())) {
                problems.add(new Problem(
                        path + "sign",
                        "'" + link.relation() + "' has the sign "
                                + type.get().defaultSign().symbol()
                                + " or 0: choose a relation that says the opposite",
                        link.sign().symbol()));
            }
        }
    }

    private Problem unknownRelation(String path, String id) {
        String known = relations.all().stream().map(RelationType::id).collect(Collectors.joining(", "));
        return new Problem(path + "relation", "is no relation; there are: " + known, id);
    }

    private void checkFacts(Entity entity, List<Problem> problems) {
        for (int i = 0; i < entity.facts().size(); i++) {
            Fact fact = entity.facts().get(i);
            Optional<RelationType> type = relations.find(fact.relation());
            if (type.isEmpty()) {
                problems.add(unknownRelation("facts[" + i + "].", fact.relation()));
            } else if (type.get().relationClass() != RelationClass.STRUCTURAL) {
                String message = "a fact uses a structural relation: state it as an insight's link";
                problems.add(new Problem("facts[" + i + "].relation", message, fact.relation()));
            }
        }
    }
}
