package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.EntityKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The nodes in the file of the graph, column by column: with their arcs, so that a start reads what counting the voices of
 * every pair of entities has brought, and counts nothing again.
 */
final class NodeColumns {
    private NodeColumns() {}

    static void write(Packing.Writer out, State state) {
        writeFaces(out, state);
        writeCells(out, state, Node::links);
        writeCells(out, state, node -> cells(node.along()));
        writeCells(out, state, node -> cells(node.against()));
        int[] since = new int[state.nodes().size()];
        Arrays.setAll(since, number -> state.node(number).since());
        out.ints(since, since.length);
    }

    static Nodes read(Packing.Reader in, Dictionaries words) throws IOException {
        List<Node.Face> faces = readFaces(in, words);
        int[][] links = readCells(in, faces.size());
        int[][] along = readCells(in, faces.size());
        int[][] against = readCells(in, faces.size());
        int[] since = in.ints();
        Nodes.Editor nodes = Nodes.NONE.edit();
        for (int node = 0; node < since.length; node++) {
            Arcs out = Arcs.of(along[node]);
            Arcs back = Arcs.of(against[node]);
            Node.Tally tally = Node.Tally.of(words, out, back);
            nodes.add(new Node(faces.get(node), links[node], out, back, tally, since[node]));
        }
        return nodes.done();
    }

    private static int[] cells(Arcs arcs) {
        return Arrays.copyOfRange(arcs.cells(), arcs.start(), arcs.end());
    }

    private static void writeCells(Packing.Writer out, State state, Function<Node, int[]> column) {
        int[] lengths = new int[state.nodes().size()];
        Ints all = new Ints();
        for (int node = 0; node < lengths.length; node++) {
            int[] cells = column.apply(state.node(node));
            lengths[node] = cells.length;
            all.addAll(cells, 0, cells.length);
        }
        out.ints(lengths, lengths.length);
        out.ints(all.values, all.size);
    }

    private static int[][] readCells(Packing.Reader in, int nodes) throws IOException {
        int[] lengths = in.ints();
        int[] all = in.ints();
        if (lengths.length != nodes || Arrays.stream(lengths).asLongStream().sum() != all.length) {
            throw new IOException("its columns do not fit together");
        }
        int[][] cells = new int[nodes][];
        int start = 0;
        for (int node = 0; node < nodes; node++) {
            cells[node] = Arrays.copyOfRange(all, start, start + lengths[node]);
            start += lengths[node];
        }
        return cells;
    }

    private static void writeFaces(Packing.Writer out, State state) {
        int size = state.nodes().size();
        List<String> labels = new ArrayList<>();
        byte[] kinds = new byte[size];
        byte[] published = new byte[size];
        List<String> framings = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            Node.Face face = state.node(node).face();
            labels.add(face.label());
            kinds[node] = (byte) face.kind().ordinal();
            published[node] = (byte) (face.published() ? 1 : 0);
            face.framings().forEach((id, label) -> framings.addAll(List.of(face.id(), id, label)));
        }
        out.texts(labels);
        out.bytes(kinds, size);
        out.bytes(published, size);
        out.texts(framings);
    }

    private static List<Node.Face> readFaces(Packing.Reader in, Dictionaries words) {
        List<String> labels = in.texts();
        byte[] kinds = in.bytes();
        byte[] published = in.bytes();
        List<String> parts = in.texts();
        Map<String, Map<String, String>> framings = new TreeMap<>();
        for (int i = 0; i < parts.size(); i += 3) {
            framings.computeIfAbsent(parts.get(i), id -> new TreeMap<>()).put(parts.get(i + 1), parts.get(i + 2));
        }
        List<Node.Face> faces = new ArrayList<>();
        for (int node = 0; node < labels.size(); node++) {
            String id = words.entities.get(node);
            EntityKind kind = EntityKind.values()[kinds[node]];
            faces.add(new Node.Face(
                    id, labels.get(node), kind, framings.getOrDefault(id, Map.of()), published[node] == 1));
        }
        return faces;
    }
}
