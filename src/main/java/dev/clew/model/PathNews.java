package dev.clew.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of the answer to a question for paths between two states of the library, in sentences. Paths are told apart by
 * their entities.
 *
 * @param lines what happened, best path first, then those that are no longer there; empty when nothing did
 */
public record PathNews(List<String> lines) {
    /** Copies the list. */
    public PathNews {
        lines = List.copyOf(lines);
    }

    /** What happened between two answers to one question. */
    public static PathNews between(List<Path> before, List<Path> after) {
        Map<List<Path.Node>, Path> known = new LinkedHashMap<>();
        before.forEach(path -> known.put(path.nodes(), path));
        List<String> lines = new ArrayList<>();
        int shortest =
                before.stream().mapToInt(path -> path.hops().size()).min().orElse(Integer.MAX_VALUE);
        for (Path path : after) {
            Path earlier = known.remove(path.nodes());
            if (earlier == null) {
                boolean shorter = !before.isEmpty() && path.hops().size() < shortest;
                lines.add((shorter ? "A shorter path appeared: " : "A path appeared: ") + path.text() + ".");
            } else {
                lines.addAll(new Compared(earlier, path).lines());
            }
        }
        known.values()
                .forEach(gone ->
                        lines.add((after.isEmpty() ? "There is no path any more: " : "No longer among the best: ")
                                + chain(gone) + "."));
        return new PathNews(lines);
    }

    private static String chain(Path path) {
        return path.nodes().stream().map(Path.Node::label).collect(Collectors.joining(" → "));
    }

    /** One path, before and after. */
    private record Compared(Path before, Path after) {
        List<String> lines() {
            List<String> told = new ArrayList<>();
            for (int i = 0; i < after.hops().size(); i++) {
                List<String> parts = parts(before.hops().get(i), after.hops().get(i));
                if (!parts.isEmpty()) {
                    told.add(step(i) + " " + String.join(", ", parts));
                }
            }
            if (before.sign() != after.sign()) {
                told.add("the path now " + SupportNews.reads(after.sign()) + ", where it " + read(before.sign()));
            }
            return told.isEmpty() ? List.of() : List.of(chain(after) + ": " + String.join("; ", told) + ".");
        }

        private String step(int hop) {
            return "step " + (hop + 1) + " (" + after.nodes().get(hop).label() + " → "
                    + after.nodes().get(hop + 1).label() + ")";
        }

        private static List<String> parts(Hop earlier, Hop now) {
            return SupportNews.parts(
                    new SupportNews(earlier.support(), earlier.sign()), new SupportNews(now.support(), now.sign()));
        }

        private static String read(Sign sign) {
            return switch (sign) {
                case PLUS -> "raised";
                case MINUS -> "lowered";
                default -> "had no direction";
            };
        }
    }
}
