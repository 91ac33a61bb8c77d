package dev.clew.exchange;

import dev.clew.model.Sign;
import dev.clew.model.Slug;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A question that a reader may bring, with what answers it. */
public sealed interface ReaderQuestion {
    /** Its slug. */
    String id();

    /** The question in words. */
    String question();

    /** The entities without which it cannot be asked. */
    List<String> entities();

    /**
     * A question that paths answer.
     *
     * @param id its slug
     * @param question in words
     * @param ends where the paths begin, what they pass, where they end
     * @param sign what the paths come to in the end; null when either will do
     * @param consistent whether every word must keep one meaning along the path
     */
    record ByPaths(
            String id, String question, Ends ends, @Nullable Sign sign, boolean consistent) implements ReaderQuestion {
        /** Checks the id. */
        public ByPaths {
            Slug.check("id", id);
        }

        @Override
        public List<String> entities() {
            return Stream.concat(Stream.of(ends.from(), ends.to()), ends.via().stream())
                    .toList();
        }
    }

    /**
     * Where paths begin and end.
     *
     * @param from the entity to begin at
     * @param via entities to pass, in this order
     * @param to the entity to end at
     */
    record Ends(String from, List<String> via, String to) {
        /** Checks the ids. */
        public Ends {
            Slug.check("from", from);
            Slug.check("to", to);
            via = List.copyOf(via);
            via.forEach(each -> Slug.check("via", each));
        }
    }

    /**
     * A question that the two sides of a dispute answer.
     *
     * @param id its slug
     * @param question in words
     * @param from the entity that does something to the other, as some say
     * @param to the other
     */
    record ByDispute(String id, String question, String from, String to) implements ReaderQuestion {
        /** Checks the ids. */
        public ByDispute {
            Slug.check("id", id);
            Slug.check("from", from);
            Slug.check("to", to);
        }

        @Override
        public List<String> entities() {
            return List.of(from, to);
        }
    }

    /**
     * A question that the rows of a SPARQL query answer.
     *
     * @param id its slug
     * @param question in words
     * @param query SPARQL with addresses relative to the base of the installation
     */
    record ByQuery(String id, String question, String query) implements ReaderQuestion {
        /** Checks the id. */
        public ByQuery {
            Slug.check("id", id);
        }

        @Override
        public List<String> entities() {
            return List.of();
        }
    }
}
