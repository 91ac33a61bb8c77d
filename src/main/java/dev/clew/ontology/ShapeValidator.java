package dev.clew.ontology;

import dev.clew.model.ClewRecord;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;

/**
 * Holds records against the SHACL shapes of this release.
 *
 * <p>It looks at the record's own node and its parts, over the record's triples together with the kinds of what the
 * record refers to: a reference without a known kind is refused as unknown. Shapes are parsed once; safe for any number
 * of threads; costs about 50 µs a record.
 */
public final class ShapeValidator {
    private final RecordRdf rdf;
    private final Shapes shapes;
    private final Map<Node, List<Shape>> shapesByClass = new HashMap<>();

    /** A validator with the shapes of this release. */
    public ShapeValidator(RecordRdf rdf) {
        this(rdf, Shapes.parse(OntologyFiles.shapes()));
    }

    ShapeValidator(RecordRdf rdf, Shapes shapes) {
        this.rdf = rdf;
        this.shapes = shapes;
        for (Shape shape : shapes.getTargetShapes()) {
            for (Target target : shape.getTargets()) {
                if (target.getTargetType() == TargetType.targetClass) {
                    shapesByClass
                            .computeIfAbsent(target.getObject(), type -> new ArrayList<>())
                            .add(shape);
                }
            }
        }
    }

    /**
     * What the shapes refuse in a record; empty when it is valid.
     *
     * @param record the record
     * @param kinds the class of each published (or jointly committed) record that it refers to; others count as unknown
     */
    public List<Problem> validate(ClewRecord record, Map<RecordName, RecordClass> kinds) {
        return validate(record.name(), rdf.triples(record), RecordClass.of(record), kinds);
    }

    /** The same for triples that may not be a record at all. */
    List<Problem> validate(
            RecordName name, Collection<Triple> triples, RecordClass recordClass, Map<RecordName, RecordClass> kinds) {
        Graph data = GraphMemFactory.createDefaultGraph();
        triples.forEach(data::add);
        Node record = NodeFactory.createURI(rdf.base().iri(name));
        kinds.forEach((reference, kind) ->
                state(data, NodeFactory.createURI(rdf.base().iri(reference)), kind));
        data.add(record, Terms.TYPE, recordClass.superclass());
        ProblemPaths paths = new ProblemPaths(record, triples);
        Set<Problem> problems = new LinkedHashSet<>();
        for (Node node : paths.nodes()) {
            check(node, data).forEach(entry -> problems.add(paths.problem(entry)));
        }
        return List.copyOf(problems);
    }

    private static void state(Graph data, Node node, RecordClass kind) {
        data.add(node, Terms.TYPE, kind.node());
        data.add(node, Terms.TYPE, kind.superclass());
    }

    private Collection<ReportEntry> check(Node node, Graph data) {
        ValidationContext context = ValidationContext.create(shapes, data);
        data.find(node, Terms.TYPE, Node.ANY)
                .mapWith(Triple::getObject)
                .toSet()
                .forEach(type -> shapesByClass
                        .getOrDefault(type, List.of())
                        .forEach(shape -> VLib.validateShape(context, data, shape, node)));
        return context.hasViolation() ? context.generateReport().getEntries() : List.of();
    }
}
