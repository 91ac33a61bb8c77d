package dev.clew.graph;

import dev.clew.model.Hop;
import dev.clew.model.Path;
import dev.clew.model.Sign;
import dev.clew.model.TwinAnswer.Difference;
import dev.clew.model.TwinAnswer.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays two paths with the same ends side by side: along the longest row of entities that both pass in the same order, of
 * several the one that comes first on the path. At most nine entities each, so all is tried.
 */
final class TwinSpans {
    private final Path path;
    private final Path twin;

    TwinSpans(Path path, Path twin) {
        this.path = path;
        this.twin = twin;
    }

    List<Span> spans() {
        List<int[]> meetings = meetings();
        List<Span> spans = new ArrayList<>();
        for (int i = 1; i < meetings.size(); i++) {
            spans.add(span(meetings.get(i - 1), meetings.get(i)));
        }
        return spans;
    }

    /** Places on the path and the twin of the entities that both pass, the ends among them. */
    private List<int[]> meetings() {
        int rows = path.nodes().size();
        int columns = twin.nodes().size();
        int[][] longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] = meet(i, j) ? 1 + longest[i + 1][j + 1] : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<int[]> meetings = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (meet(i, j)) {
                meetings.add(new int[] {i++, j++});
            } else if (longest[i][j + 1] >= longest[i + 1][j]) {
                j++;
            } else {
                i++;
            }
        }
        return meetings;
    }

    private boolean meet(int i, int j) {
        return path.nodes().get(i).id().equals(twin.nodes().get(j).id());
    }

    private Span span(int[] from, int[] to) {
        return new Span(
                path.nodes().get(from[0]).id(),
                path.nodes().get(to[0]).id(),
                IntStream.range(from[0], to[0]).boxed().toList(),
                IntStream.range(from[1], to[1]).boxed().toList(),
                difference(path.hops().subList(from[0], to[0]), twin.hops().subList(from[1], to[1])));
    }

    private static Difference difference(List<Hop> path, List<Hop> twin) {
        if (sign(path) != sign(twin)) {
            return Difference.OPPOSITE;
        }
        boolean same = path.size() == 1
                && twin.size() == 1
                && path.getFirst().edge().equals(twin.getFirst().edge())
                && path.getFirst().reading().equals(twin.getFirst().reading());
        return same ? Difference.SAME : Difference.WAY;
    }

    private static Sign sign(List<Hop> hops) {
        return hops.stream().map(Hop::sign).reduce(Sign.PLUS, Sign::times);
    }
}
