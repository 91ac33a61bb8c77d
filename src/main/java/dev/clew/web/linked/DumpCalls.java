package dev.clew.web.linked;

import dev.clew.exchange.FileFormat;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** {@code /dump.trig.gz} and {@code /dump.nq.gz}: the whole library, packed. */
final class DumpCalls {
    private static final String GZIP = "application/gzip";

    private final Dumps dumps;

    DumpCalls(Dumps dumps) {
        this.dumps = dumps;
    }

    Stream<Route> routes() {
        return Dumps.FORMATS.stream()
                .map(format -> new Route(
                        new Route.Address("GET", "/dump." + format.code() + ".gz", Role.ANYBODY),
                        "Every published record at the last change, as " + format.mediaType() + ", packed.",
                        List.of(),
                        Route.Produces.media(List.of(GZIP)),
                        asked -> answer(format)));
    }

    private Answer answer(FileFormat format) {
        Dumps.Opened dump = dumps.open(format);
        String tag = dump.position().ledgerId() + "-" + dump.position().n() + "-" + format.code();
        return Answer.streamed(GZIP, dump.content())
                .with("Content-Length", Long.toString(dump.bytes()))
                .with("ETag", '"' + tag + '"')
                .modified(dump.modified())
                .with("Clew-Change", Long.toString(dump.position().n()))
                .with("Cache-Control", "no-cache");
    }
}
