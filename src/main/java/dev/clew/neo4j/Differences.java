package dev.clew.neo4j;

import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.neo4j.Stated.Reference;
import dev.clew.neo4j.Stated.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * In what the property graph differs from what records state: what of it goes and what comes. Most edits of a record change
 * its words and leave what it names; then nothing goes or comes.
 */
final class Differences {
    private static final String VOICE = "voice";

    private final Map<Reference, String> namedBefore = new HashMap<>();
    private final Map<RecordName, List<Before>> saidBefore = new HashMap<>();
    private final List<String> goneReferences = new ArrayList<>();
    private final List<Before> goneLinks = new ArrayList<>();
    private final List<Reference> newReferences = new ArrayList<>();
    private final List<Said> newLinks = new ArrayList<>();
    private final Set<String> pairs = new TreeSet<>();

    /**
     * A link or fact that is there.
     *
     * @param node names its node within this transaction
     */
    private record Before(String node, Said said) {}

    private Differences() {}

    /** Compares. */
    static Differences of(Statements statements, Stated stated) {
        Differences differences = new Differences();
        differences.read(statements, Cypher.STATED_BY_SOURCES, stated.touched(RecordType.SOURCE));
        differences.read(statements, Cypher.STATED_BY_ENTITIES, stated.touched(RecordType.ENTITY));
        differences.read(statements, Cypher.STATED_BY_INSIGHTS, stated.touched(RecordType.INSIGHT));
        differences.compare(stated);
        return differences;
    }

    private void read(Statements statements, String statement, List<String> ids) {
        if (!ids.isEmpty()) {
            statements.read(statement, Map.of("ids", ids)).forEach(this::take);
        }
    }

    private void take(Record record) {
        RecordName from = RecordName.parse(Statements.text(record, "from")).orElseThrow();
        if (record.get("said").isNull()) {
            RecordName to = RecordName.parse(Statements.text(record, "to")).orElseThrow();
            Reference reference = new Reference(from, Statements.text(record, "type"), to);
            String again = namedBefore.put(reference, Statements.text(record, "reference"));
            if (again != null) {
                goneReferences.add(again);
            }
        } else {
            Said said = new Said(from, record.get("said").asMap());
            saidBefore
                    .computeIfAbsent(from, any -> new ArrayList<>())
                    .add(new Before(Statements.text(record, "to"), said));
        }
    }

    private void compare(Stated stated) {
        for (Reference each : stated.references()) {
            if (namedBefore.remove(each) == null) {
                newReferences.add(each);
            }
        }
        goneReferences.addAll(namedBefore.values());
        for (Said each : stated.said()) {
            if (!isThere(each)) {
                newLinks.add(each);
                pairs.add(each.pair());
            }
        }
        saidBefore
                .values()
                .forEach(left -> left.forEach(each -> {
                    goneLinks.add(each);
                    pairs.add(each.said().pair());
                }));
    }

    /** Whether it is there as it is stated; it counts once. */
    private boolean isThere(Said said) {
        List<Before> before = saidBefore.getOrDefault(said.by(), List.of());
        for (Before each : before) {
            if (isSame(each.said().properties(), said.properties())) {
                return before.remove(each);
            }
        }
        return false;
    }

    /** A voice that is not known yet may be any. */
    private static boolean isSame(Map<String, Object> before, Map<String, Object> now) {
        @Nullable Object voice = now.get(VOICE);
        if (voice != null) {
            return before.equals(now);
        }
        Map<String, Object> voiceless = new HashMap<>(before);
        voiceless.remove(VOICE);
        return voiceless.equals(now);
    }

    /** The pairs of entities between which links go or come. */
    Set<String> pairs() {
        return pairs;
    }

    /** Whether anything goes. */
    boolean isAnythingGone() {
        return !goneReferences.isEmpty() || !goneLinks.isEmpty();
    }

    /** Takes away what goes. */
    void drop(Statements statements) {
        statements.ids(Cypher.DROP_RELATIONSHIPS, goneReferences);
        statements.ids(Cypher.DROP_LINKS, goneLinks.stream().map(Before::node).toList());
    }

    /** Links and facts that go. */
    List<Said> goneLinks() {
        return goneLinks.stream().map(Before::said).toList();
    }

    /** What records name that is not there. */
    List<Reference> newReferences() {
        return newReferences;
    }

    /** Links and facts that are not there. */
    List<Said> newLinks() {
        return newLinks;
    }
}
