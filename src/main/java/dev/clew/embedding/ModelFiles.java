package dev.clew.embedding;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the two files of a model are.
 *
 * @param directory that holds {@code model.onnx} and {@code tokenizer.json}; null for the model that ships
 */
public record ModelFiles(@Nullable Path directory) {
    /** The model that ships with Clew. */
    public static final ModelFiles SHIPPED = new ModelFiles(null);

    byte[] model() throws IOException {
        return directory == null ? shipped("/all-minilm-l6-v2-q.onnx") : read(directory.resolve("model.onnx"));
    }

    byte[] tokenizer() throws IOException {
        return directory == null
                ? shipped("/all-minilm-l6-v2-q-tokenizer.json")
                : read(directory.resolve("tokenizer.json"));
    }

    private static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FileNotFoundException("there is no file " + file);
        }
        return Files.readAllBytes(file);
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream stream = ModelFiles.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new FileNotFoundException("the resource " + name + " is missing");
            }
            return stream.readAllBytes();
        }
    }

    @Override
    public String toString() {
        return directory == null ? "this release" : directory.toString();
    }
}
