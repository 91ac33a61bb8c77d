package dev.clew.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.ClewException;
import dev.clew.model.Embedder;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MiniLmTest extends EmbedderContract {
    @TempDir
    static Path natives;

    @TempDir
    Path directory;

    private static MiniLm shipped;

    @BeforeAll
    static void load() {
        shipped = MiniLm.load(ModelFiles.SHIPPED, natives);
    }

    @AfterAll
    static void close() {
        shipped.close();
    }

    @Override
    Embedder embedder() {
        return shipped;
    }

    @Test
    void theSameFilesHaveTheSameIdentityAndOthersAnother() throws IOException {
        Files.write(directory.resolve("model.onnx"), ModelFiles.SHIPPED.model());
        Files.write(directory.resolve("tokenizer.json"), ModelFiles.SHIPPED.tokenizer());
        try (MiniLm copy = MiniLm.load(new ModelFiles(directory), natives)) {
            assertEquals(shipped.identity(), copy.identity());
        }
        Files.writeString(
                directory.resolve("tokenizer.json"),
                new String(ModelFiles.SHIPPED.tokenizer(), java.nio.charset.StandardCharsets.UTF_8) + " ");
        try (MiniLm other = MiniLm.load(new ModelFiles(directory), natives)) {
            assertTrue(!shipped.identity().equals(other.identity()));
        }
    }

    @Test
    void aMissingModelIsRefusedByTheNameOfItsFile() {
        ClewException refused =
                assertThrows(ClewException.class, () -> MiniLm.load(new ModelFiles(directory), natives));
        assertEquals(ErrorCode.NOT_READY, refused.code());
        assertEquals(
                "The sentence model of " + directory + " cannot be loaded (there is no file "
                        + directory.resolve("model.onnx") + "); search matches by text only.",
                refused.getMessage());
    }

    @Test
    void aBrokenModelIsRefused() throws IOException {
        Files.writeString(directory.resolve("model.onnx"), "no model");
        Files.write(directory.resolve("tokenizer.json"), ModelFiles.SHIPPED.tokenizer());
        assertRefused();
    }

    @Test
    void aBrokenTokenizerIsRefused() throws IOException {
        Files.write(directory.resolve("model.onnx"), ModelFiles.SHIPPED.model());
        Files.writeString(directory.resolve("tokenizer.json"), "{}");
        assertRefused();
    }

    private void assertRefused() {
        ClewException refused =
                assertThrows(ClewException.class, () -> MiniLm.load(new ModelFiles(directory), natives));
        assertEquals(ErrorCode.NOT_READY, refused.code());
        assertTrue(refused.getMessage().contains(directory.toString()), refused.getMessage());
    }
}
