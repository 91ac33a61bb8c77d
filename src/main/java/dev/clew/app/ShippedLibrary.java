package dev.clew.app;

import dev.clew.exchange.ImportReport;
import dev.clew.exchange.ImportRequest;
import dev.clew.ledger.Change.Author;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The library that ships inside the jar: what an empty data directory is filled with. */
public final class ShippedLibrary {
    /** Its files, under {@code /data/} on the class path. */
    static final List<String> FILES = List.of(
            "reference-sources.trig",
            "regions.trig",
            "resources.trig",
            "alliances.trig",
            "nations.trig",
            "seed-brief.trig",
            "changelog-episodes.trig",
            "changelog-more.trig");

    private ShippedLibrary() {}

    /** Imports every file as one set; all of it is valid, or the release is broken and says so. */
    public static ImportReport fill(Installation installation) {
        try {
            Path folder = Files.createTempDirectory("clew-library");
            List<Path> files = unpack(folder);
            Author author = new Author("clew", "the library that ships");
            ImportReport report = installation.imports().run(ImportRequest.of(files, author, true, progress -> {}));
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
            return report;
        } catch (IOException failed) {
            throw new ClewException(
                    ErrorCode.NO_SPACE, "Cannot unpack the library that ships: free some temporary space.", failed);
        }
    }

    private static List<Path> unpack(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : FILES) {
            try (InputStream content = ShippedLibrary.class.getResourceAsStream("/data/" + name)) {
                if (content == null) {
                    throw new ClewException(ErrorCode.INTERNAL, "The release lacks data/" + name + ": build it again.");
                }
                Path file = folder.resolve(name);
                Files.copy(content, file);
                files.add(file);
            }
        }
        return files;
    }
}
