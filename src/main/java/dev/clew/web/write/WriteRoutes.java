package dev.clew.web.write;

import dev.clew.desk.Desk;
import dev.clew.ledger.Ledger;
import dev.clew.ontology.Base;
import dev.clew.projection.Projections;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** The routes that write, for curators; the check of a record, for contributors. */
public final class WriteRoutes {
    private WriteRoutes() {}

    /**
     * All of them.
     *
     * @param ledger what is written to
     * @param projections what an answer waits for
     * @param desk what remembers repeated requests
     * @param base where records have their addresses
     */
    public static List<Route> of(Ledger ledger, Projections projections, Desk desk, Base base) {
        Writing writing = new Writing(ledger, projections, desk.repeats(), base);
        return Stream.of(
                        new RecordWrites(writing).routes(),
                        new EditCalls(writing).routes(),
                        new MergeCalls(writing).routes(),
                        new UndoCalls(writing).routes())
                .flatMap(each -> each)
                .toList();
    }
}
