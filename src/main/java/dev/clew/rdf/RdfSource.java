package dev.clew.rdf;

import dev.clew.ledger.Position;
import java.util.function.Function;

/** What queries are asked of. Safe for any number of threads. */
public interface RdfSource {
    /** What the addresses of its graphs start with. */
    String baseAddress();

    /** The change that the next read shows at least. */
    Position position();

    /** Reads within one transaction: all of it sees the same change. Nothing that the view gave may be used afterwards. */
    <T> T read(Function<RdfView, T> work);
}
