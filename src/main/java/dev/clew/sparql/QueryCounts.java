package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.util.EnumMap;
import java.util.Map;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Mod;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.Path;

/** Counts the parts of one query and refuses it at the first that is one too many. */
final class QueryCounts {
    private final Map<QueryPart, Integer> counts = new EnumMap<>(QueryPart.class);
    private int existsDepth;

    /**
     * So many more.
     *
     * @throws ClewException (bad-request) naming the part and its limit
     */
    void add(QueryPart part, int more) {
        int found = counts.merge(part, more, Integer::sum);
        if (found > part.limit()) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The query has more " + part.called() + " than the limit of " + part.limit()
                            + ": simplify it, or ask in parts.");
        }
    }

    /** Looks at what stands within EXISTS. */
    void within(Runnable look) {
        add(QueryPart.EXISTS, 1);
        existsDepth++;
        counts.remove(QueryPart.EXISTS_DEPTH);
        add(QueryPart.EXISTS_DEPTH, existsDepth);
        look.run();
        existsDepth--;
    }

    /** Counts a path's steps, and how deep repetitions nest. */
    void add(Path path) {
        add(path, 0);
    }

    private void add(Path path, int repetitions) {
        boolean repeats = path instanceof P_ZeroOrMore1
                || path instanceof P_ZeroOrMoreN
                || path instanceof P_OneOrMore1
                || path instanceof P_OneOrMoreN
                || path instanceof P_Mod
                || path instanceof P_FixedLength;
        int within = repeats ? repetitions + 1 : repetitions;
        counts.remove(QueryPart.PATH_REPETITIONS);
        add(QueryPart.PATH_REPETITIONS, within);
        switch (path) {
            case P_NegPropSet negated ->
                add(QueryPart.PATH_STEPS, negated.getNodes().size());
            case P_Path1 one -> add(one.getSubPath(), within);
            case P_Alt two -> addBoth(two, within);
            case P_Path2 two -> addBoth(two, within);
            default -> add(QueryPart.PATH_STEPS, 1);
        }
    }

    private void addBoth(P_Path2 two, int within) {
        add(two.getLeft(), within);
        add(two.getRight(), within);
    }
}
