package dev.clew.graph;

import dev.clew.model.Reading;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Voice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What numbers stand for; only added to, so that every state reads them. */
final class Dictionaries {
    final Numbers<String> entities = new Numbers<>(String[]::new);
    final Numbers<String> sources = new Numbers<>(String[]::new);
    final Numbers<Reading> readings = new Numbers<>(Reading[]::new);
    final Numbers<Voice> voices = new Numbers<>(Voice[]::new);
    /** What entities were called, by number. */
    final Pasts<Node.Face> pastFaces = new Pasts<>();
    /** The days on which sources came out as they were given before, by number. */
    final Pasts<Integer> pastDays = new Pasts<>();

    private final List<RelationType> relations;
    private final Map<String, Integer> relationNumbers = new HashMap<>();

    Dictionaries(Relations types) {
        relations = types.all();
        for (RelationType each : relations) {
            relationNumbers.put(each.id(), relationNumbers.size());
        }
        readings.number(Reading.OPEN);
    }

    RelationType relation(int number) {
        return relations.get(number);
    }

    List<RelationType> relations() {
        return relations;
    }

    /** The place of a relation in the release's list; -1 when it has none. */
    int relation(String id) {
        return relationNumbers.getOrDefault(id, -1);
    }
}
