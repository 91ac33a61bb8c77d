package dev.clew.web.api;

import dev.clew.graph.PathFinder;
import dev.clew.ledger.Ledger;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.web.http.Arguments;
import java.util.List;
import java.util.Map;

/** Answers the parameters of {@code /api/paths} for callers that are not on HTTP, with the same checks and bounds. */
public final class PathQuestions {
    private final PathFinder finder;
    private final Ledger ledger;

    /** Answers from a finder; days are mapped to changes of the ledger. */
    public PathQuestions(PathFinder finder, Ledger ledger) {
        this.finder = finder;
        this.ledger = ledger;
    }

    /**
     * The paths that the call would answer with.
     *
     * @throws dev.clew.model.ClewException as the call
     */
    public PathAnswer ask(Map<String, List<String>> parameters) {
        Arguments asked = Arguments.read(PathForm.parameters(), Map.of(), parameters);
        return answer(finder, PathForm.read(asked, LensForm.read(asked, ledger)), asked.texts("nodes"));
    }

    /** The best paths, or the one over exactly these entities. */
    static PathAnswer answer(PathFinder finder, PathQuery query, List<String> nodes) {
        return nodes.isEmpty() ? finder.find(query) : finder.along(query, nodes);
    }
}
