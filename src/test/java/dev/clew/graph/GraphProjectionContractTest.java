package dev.clew.graph;

import dev.clew.SeedWorld;
import dev.clew.projection.Projection;
import dev.clew.projection.ProjectionContract;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The graph keeps to the contract of projections. */
class GraphProjectionContractTest extends ProjectionContract {
    @Override
    protected Projection open(Path home) {
        return new GraphProjection(home, SeedWorld.RELATIONS);
    }

    @Override
    protected void pretendAnotherFormat(Path home) throws IOException {
        Packing.Writer later = new Packing.Writer();
        later.number(999);
        try (FileChannel file = FileChannel.open(
                home.resolve("graph.bin"), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            later.writeTo(file);
        }
    }
}
