package dev.clew.search.meaning;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/** The texts that should have vectors: those of all published records, as an index shows them now. */
public interface Texts {
    /**
     * What has no vector.
     *
     * @param count how many texts, counting equal ones as often as they stand
     * @param first some of them, different ones, those published last first
     */
    record Missing(int count, List<String> first) {
        /** Copies the list. */
        public Missing {
            first = List.copyOf(first);
        }
    }

    /** Changes whenever the texts may have changed. */
    long state();

    /** The texts whose keys are not known, at most so many of them in full. Costs about 50 ns a record. */
    Missing missing(LongPredicate known, int most) throws IOException;

    /** The keys of all texts. */
    Set<Long> keys() throws IOException;
}
