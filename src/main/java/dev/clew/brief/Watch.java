package dev.clew.brief;

import dev.clew.model.ClewException;
import dev.clew.model.EdgeName;
import dev.clew.model.ErrorCode;
import dev.clew.model.SearchQuery;
import dev.clew.model.Slug;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Something that a reader follows of which no claims are sent, but a line about what became of it. */
public sealed interface Watch {
    /** Longest text of a search that is watched, in characters. */
    int LIMIT_TEXT_CHARACTERS = 200;

    /** The written form, such as {@code path:compute:alliance}. */
    String written();

    /**
     * The best paths from one thing to another.
     *
     * @param from the id of the entity where they begin
     * @param to the id of the entity where they end
     */
    record Paths(String from, String to) implements Watch {
        /** Checks the ids. */
        public Paths {
            Slug.check("from", from);
            Slug.check("to", to);
        }

        @Override
        public String written() {
            return "path:" + from + ":" + to;
        }
    }

    /**
     * One connection.
     *
     * @param edge its name
     */
    record Edge(EdgeName edge) implements Watch {
        @Override
        public String written() {
            return "edge:" + edge.subject() + ":" + edge.relation() + ":" + edge.object();
        }
    }

    /**
     * What a search finds.
     *
     * @param text as it is typed into search
     */
    record Search(String text) implements Watch {
        /** Checks the length. */
        public Search {
            if (text.isBlank() || text.length() > LIMIT_TEXT_CHARACTERS) {
                throw new ClewException(
                        ErrorCode.BAD_REQUEST,
                        "A search that is followed has 1 to " + LIMIT_TEXT_CHARACTERS + " characters.");
            }
            SearchQuery.of(text);
        }

        @Override
        public String written() {
            return "search:" + text;
        }
    }

    /**
     * Reads the written form.
     *
     * @return empty when it is none of a watch, but perhaps that of a {@link Follow}
     * @throws ClewException (bad-request) when it begins as one and is none
     */
    static Optional<Watch> parse(String written) {
        if (written.startsWith("search:")) {
            return Optional.of(new Search(written.substring("search:".length()).strip()));
        }
        List<String> parts = Arrays.asList(written.split(":", -1));
        boolean isPath = parts.getFirst().equals("path");
        if (!isPath && !parts.getFirst().equals("edge")) {
            return Optional.empty();
        }
        List<String> ids = parts.subList(1, parts.size());
        if (ids.size() != (isPath ? 2 : 3) || !ids.stream().allMatch(Slug::isSlug)) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "follow is '" + written + "': write path:FROM:TO or edge:SUBJECT:RELATION:OBJECT with ids, such as"
                            + " path:compute:alliance.");
        }
        return Optional.of(
                isPath
                        ? new Paths(ids.get(0), ids.get(1))
                        : new Edge(new EdgeName(ids.get(0), ids.get(1), ids.get(2))));
    }
}
