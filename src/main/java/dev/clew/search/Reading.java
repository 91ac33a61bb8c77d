package dev.clew.search;

import java.io.IOException;

/** Something done with one state of the index and the names that go with it. */
interface Reading<T> {
    T from(Generation generation, PositionedSearcher searcher) throws IOException;
}
