package dev.clew.graph;

import dev.clew.model.EntityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What entities were called and when sources came out, as it was said before, in the file of the graph, column by column. */
final class PastColumns {
    private PastColumns() {}

    static void write(Packing.Writer out, Dictionaries words) {
        Ints faces = new Ints();
        List<String> labels = new ArrayList<>();
        words.pastFaces.forEach((node, each) -> {
            Node.Face face = each.what();
            faces.add(node);
            faces.add(each.change());
            faces.add(face.kind().ordinal());
            faces.add(face.framings().size());
            labels.add(face.label());
            face.framings().forEach((id, label) -> labels.addAll(List.of(id, label)));
        });
        Ints days = new Ints();
        words.pastDays.forEach((source, each) -> {
            days.add(source);
            days.add(each.change());
            days.add(each.what());
        });
        out.ints(faces.values, faces.size);
        out.texts(labels);
        out.ints(days.values, days.size);
    }

    static void read(Packing.Reader in, Dictionaries words) {
        int[] faces = in.ints();
        List<String> labels = in.texts();
        int next = 0;
        for (int i = 0; i < faces.length; i += 4) {
            String label = labels.get(next++);
            Map<String, String> framings = new TreeMap<>();
            for (int left = faces[i + 3]; left > 0; left--) {
                framings.put(labels.get(next++), labels.get(next++));
            }
            String id = words.entities.get(faces[i]);
            EntityKind kind = EntityKind.values()[faces[i + 2]];
            words.pastFaces.was(faces[i], new Node.Face(id, label, kind, framings, true), faces[i + 1]);
        }
        int[] days = in.ints();
        for (int i = 0; i < days.length; i += 3) {
            words.pastDays.was(days[i], days[i + 2], days[i + 1]);
        }
    }
}
