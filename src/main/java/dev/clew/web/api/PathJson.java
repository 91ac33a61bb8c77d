package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.EdgeName;
import dev.clew.model.Hop;
import dev.clew.model.Path;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathSentence;
import dev.clew.model.Reading;
import dev.clew.model.Searched;
import dev.clew.model.Shift;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths as JSON. */
final class PathJson {
    /** Most pieces of evidence spelled out for one hop; their number is always told. */
    static final int EVIDENCE_PER_HOP = 25;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final NamedJson names;
    private final EdgeJson edges;
    private final EvidenceJson evidence;

    PathJson(NamedJson names) {
        this.names = names;
        this.edges = new EdgeJson(names);
        this.evidence = new EvidenceJson(names.view(), names);
    }

    ObjectNode answer(PathAnswer answer) {
        ObjectNode json = NODES.objectNode();
        ArrayNode paths = json.putArray("paths");
        answer.paths().forEach(path -> paths.add(path(path)));
        searched(json, answer.searched());
        return json;
    }

    /** How far a search went. */
    static void searched(ObjectNode json, Searched searched) {
        json.putObject("searched")
                .put("maxHops", searched.maxHops())
                .put("expanded", searched.expanded())
                .put("limit", searched.limit())
                .put("truncated", searched.truncated())
                .put("further", searched.further())
                .put("alternativesCut", searched.cut().alternatives())
                .put("hubs", searched.cut().hubs());
    }

    /** A path, in the words of the records that are told with it. */
    ObjectNode path(Path path) {
        ObjectNode json = NODES.objectNode();
        List<Path.Node> named = path.nodes().stream().map(this::named).toList();
        ArrayNode nodes = json.putArray("nodes");
        named.forEach(node -> nodes.addObject()
                .put("id", node.id())
                .put("label", node.label())
                .put("kind", node.kind().label()));
        ArrayNode hops = json.putArray("hops");
        path.hops().forEach(hop -> hops.add(hop(hop)));
        json.put("sign", path.sign().symbol()).put("contested", path.contested());
        Path.Verdict verdict = path.verdict();
        path.verdict()
                .flip()
                .ifPresent(flip -> json.put("flipSign", flip.sign().symbol()).put("flipHop", flip.hop()));
        json.put("weakestHop", verdict.weakestHop());
        ArrayNode shifts = json.putArray("shifts");
        verdict.shifts().forEach(shift -> shifts.add(shift(shift)));
        json.put("saidWhole", !verdict.saidWhole().isEmpty());
        ArrayNode saidBy = json.putArray("saidWholeBy");
        verdict.saidWhole().forEach(saidBy::add);
        json.put("claims", verdict.claims()).put("voices", verdict.voices());
        json.put("background", path.isBackground());
        return json.put("score", path.score()).put("text", sentence(named, path));
    }

    private Path.Node named(Path.Node node) {
        return names.view()
                .entity(node.id())
                .map(entity -> new Path.Node(entity.id(), entity.headline(), entity.kind()))
                .orElse(node);
    }

    /** A path as a sentence, in the words of the records that are told with it. */
    String sentence(Path path) {
        return sentence(path.nodes().stream().map(this::named).toList(), path);
    }

    private String sentence(List<Path.Node> named, Path path) {
        return new PathSentence(named, path.hops(), path.verdict(), names.relations(), names).text();
    }

    private ObjectNode hop(Hop hop) {
        ObjectNode json = edges.ends(hop.edge());
        json.put("forward", hop.way().forward()).put("along", hop.way().along());
        json.put("sign", hop.sign().symbol()).put("statedSign", hop.statedSign().symbol());
        EdgeJson.support(json, hop.support());
        json.set("reading", reading(hop.edge(), hop.reading()));
        ArrayNode shown = json.putArray("evidence");
        hop.grounds().evidence().stream()
                .limit(EVIDENCE_PER_HOP)
                .forEach(each -> shown.add(evidence.evidence(each, hop.edge())));
        json.put("evidenceTotal", hop.grounds().evidence().size());
        json.set("against", EdgeJson.insightIds(hop.grounds().against()));
        json.set("otherwise", EdgeJson.insightIds(hop.grounds().otherwise()));
        ArrayNode alternatives = json.putArray("alternatives");
        hop.others().best().forEach(each -> alternatives.add(alternative(each)));
        json.put("alternativesTotal", hop.others().total());
        return json;
    }

    private ObjectNode alternative(Hop.Alternative alternative) {
        ObjectNode json = edges.ends(alternative.edge());
        json.put("sign", alternative.sign().symbol());
        EdgeJson.support(json, alternative.support());
        json.set("reading", reading(alternative.edge(), alternative.reading()));
        return json;
    }

    private ObjectNode reading(EdgeName edge, Reading reading) {
        ObjectNode json = NODES.objectNode();
        framing(json, "subjectFraming", edge.subject(), reading.subjectFraming());
        framing(json, "objectFraming", edge.object(), reading.objectFraming());
        if (reading.where() != null) {
            json.set("where", names.entity(reading.where()));
        }
        if (reading.period() != null) {
            json.put("period", reading.period());
        }
        return json;
    }

    private void framing(ObjectNode json, String field, String entity, @Nullable String framing) {
        if (framing != null) {
            json.putObject(field).put("id", framing).put("label", names.framing(entity, framing));
        }
    }

    private ObjectNode shift(Shift shift) {
        ObjectNode json = NODES.objectNode().put("kind", shift.kind().code()).put("hop", shift.hop());
        json.set("at", names.entity(shift.entity()));
        side(json, "before", shift, shift.before());
        side(json, "after", shift, shift.after());
        return json;
    }

    private void side(ObjectNode json, String field, Shift shift, @Nullable String stated) {
        if (stated != null) {
            boolean framing = shift.kind() != Shift.Kind.SCOPE_SHIFT;
            String label = framing ? names.framing(shift.entity(), stated) : names.place(stated);
            json.put(field, stated).put(field + "Label", label);
        }
    }
}
