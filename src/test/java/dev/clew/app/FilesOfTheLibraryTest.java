package dev.clew.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A file that is put into {@code data/} ships. */
class FilesOfTheLibraryTest {
    @Test
    void everyFileOfTheLibraryFillsAnEmptyDataDirectory() throws IOException {
        assertEquals(
                dev.clew.ontology.ShippedLibrary.files().stream()
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .toList(),
                ShippedLibrary.FILES.stream().sorted().toList());
    }
}
