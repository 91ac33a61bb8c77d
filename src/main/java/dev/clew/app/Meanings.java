package dev.clew.app;

import dev.clew.embedding.MiniLm;
import dev.clew.embedding.ModelFiles;
import dev.clew.projection.Projections;
import dev.clew.search.SearchProjection;
import dev.clew.search.meaning.Embedding;
import dev.clew.search.meaning.Meaning;
import java.nio.file.Path;

/** Matching by meaning as the settings say. */
final class Meanings {
    /** Where vectors are kept, beside what is derived. */
    static final String DIRECTORY = "vectors";

    private Meanings() {}

    static Meaning of(Settings settings, SearchProjection search, Projections projections, LastRequest requests) {
        if (!settings.embeddings().on()) {
            return Meaning.off();
        }
        ModelFiles files = new ModelFiles(settings.embeddings().model());
        Path directory = settings.data().resolve(DIRECTORY);
        return Meaning.of(new Embedding.Setup(
                () -> MiniLm.load(files, directory.resolve("natives")),
                search,
                directory.resolve("index"),
                () -> search.isBusy() || projections.areBusy(),
                requests::isRecent));
    }
}
