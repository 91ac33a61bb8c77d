package dev.clew.graph;

import dev.clew.model.ClewException;
import dev.clew.model.Edge;
import dev.clew.model.EdgeName;
import dev.clew.model.EdgePage;
import dev.clew.model.EdgeQuery;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list of edges, most voices first, then by name. A cursor holds the voices and the name of the last edge
 * given, so that the list goes on rightly when the graph has changed meanwhile.
 */
final class EdgeOrder {
    private static final Pattern CURSOR =
            Pattern.compile("(\\d{1,9})~([a-z0-9-]{1,80})~([a-z0-9-]{1,80})~([a-z0-9-]{1,80})");
    private static final Comparator<Edge> ORDER =
            Comparator.comparingInt((Edge edge) -> -edge.support().voicesFor()).thenComparing(Edge::name);

    private EdgeOrder() {}

    /**
     * Sorts the edges, and gives a part of them.
     *
     * @param change the change shown
     * @throws ClewException (bad-request) for a cursor that is none
     */
    static EdgePage page(List<Edge> all, EdgeQuery.Page page, long change) {
        all.sort(ORDER);
        int start = start(all, page.cursor());
        int end = Math.min(all.size(), start + page.limit());
        String next = end < all.size() ? cursor(all.get(end - 1)) : null;
        return new EdgePage(all.subList(start, end), all.size(), next, change);
    }

    private static int start(List<Edge> all, @Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        Matcher matcher = CURSOR.matcher(cursor);
        if (!matcher.matches()) {
            throw refused("cursor", cursor, "give the cursor of the answer before, unchanged");
        }
        int voices = Integer.parseInt(matcher.group(1));
        EdgeName name = new EdgeName(matcher.group(2), matcher.group(3), matcher.group(4));
        int start = 0;
        while (start < all.size() && !isAfter(all.get(start), voices, name)) {
            start++;
        }
        return start;
    }

    private static boolean isAfter(Edge edge, int voices, EdgeName name) {
        int voicesFor = edge.support().voicesFor();
        return voicesFor < voices || (voicesFor == voices && edge.name().compareTo(name) > 0);
    }

    private static String cursor(Edge edge) {
        EdgeName name = edge.name();
        return edge.support().voicesFor() + "~" + name.subject() + "~" + name.relation() + "~" + name.object();
    }

    /** The refusal of a value, saying what is expected. */
    static ClewException refused(String parameter, String value, String expected) {
        return new ClewException(
                ErrorCode.BAD_REQUEST,
                "Parameter " + parameter + " = " + new Problem(parameter, expected, value).value() + ": " + expected
                        + ".",
                List.of(new Problem(parameter, expected, value)));
    }
}
