package dev.clew.rdf;

import dev.clew.ledger.Position;
import dev.clew.ontology.Base;
import dev.clew.projection.Projection;
import dev.clew.projection.ProjectionContract;
import java.nio.file.Path;

/** The RDF projection keeps to the contract of projections. */
class RdfProjectionContractTest extends ProjectionContract {
    @Override
    protected Projection open(Path home) {
        return RdfProjection.open(home, Base.DEFAULT);
    }

    @Override
    protected void pretendAnotherFormat(Path home) {
        RdfStore store = RdfStore.open(home.resolve("store-1"), Base.DEFAULT);
        StoreMark mark = new StoreMark(new Position("ledger14", 10, "0"), 1, 1);
        store.write(dataset -> {
            mark.write(dataset, "rdf-999", Base.DEFAULT);
            return mark.position();
        });
        store.retire();
    }
}
