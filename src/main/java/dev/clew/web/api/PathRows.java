package dev.clew.web.api;

import dev.clew.model.Evidence;
import dev.clew.model.Hop;
import dev.clew.model.Path;
import dev.clew.model.RecordName;
import dev.clew.sparql.AnswerCall.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Paths as rows of a query: one for each piece of evidence of each hop; a fact's record stands in for an insight. */
final class PathRows {
    private static final List<String> COLUMNS = List.of("hop", "subject", "relation", "object", "hopSign", "insight");

    private PathRows() {}

    /** The names of what a row holds, behind those that begin it. */
    static List<String> columns(String... begin) {
        return Stream.concat(Stream.of(begin), COLUMNS.stream()).toList();
    }

    /** The rows of a path, each beginning with these values; hops are numbered from 1. */
    static List<List<Value>> of(Path path, Value... begin) {
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < path.hops().size(); i++) {
            Hop hop = path.hops().get(i);
            for (Evidence evidence : hop.grounds().evidence()) {
                rows.add(Stream.concat(Stream.of(begin), Stream.of(values(i + 1, hop, evidence)))
                        .toList());
            }
        }
        return rows;
    }

    private static Value[] values(int number, Hop hop, Evidence evidence) {
        boolean isInsight = evidence.kind() == Evidence.Kind.INSIGHT;
        return new Value[] {
            new Value.Whole(number),
            new Value.Of(RecordName.entity(hop.edge().subject())),
            new Value.Relation(hop.edge().relation()),
            new Value.Of(RecordName.entity(hop.edge().object())),
            new Value.Text(hop.sign().symbol()),
            new Value.Of(isInsight ? RecordName.insight(evidence.id()) : RecordName.entity(evidence.id()))
        };
    }

    /** The parameters of a call about an entity, as a query gives them: its address came first. */
    static Map<String, List<String>> asked(Map<String, List<String>> given) {
        Map<String, List<String>> asked = new HashMap<>(given);
        List<String> id = asked.remove("id");
        if (id != null) {
            asked.put("entity", id);
        }
        return asked;
    }
}
