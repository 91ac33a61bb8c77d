package dev.clew.search.meaning;

import dev.clew.model.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Search by meaning: the model, the vectors of all published texts, and the thread that makes them. Safe for any number
 * of threads; nothing here is ever waited for.
 */
public final class Meaning implements AutoCloseable {
    private final @Nullable Embedding embedding;
    private final LastAsked<String, float[]> asked = new LastAsked<>();

    private Meaning(@Nullable Embedding embedding) {
        this.embedding = embedding;
    }

    /** How it stands. */
    public enum State {
        /** It was switched off by a setting. */
        OFF,
        /** The model is being loaded, or will be. */
        LOADING,
        /** It can be asked; some texts may still lack their vector. */
        READY,
        /** The model or the vectors cannot be used. */
        BROKEN
    }

    /**
     * What health says of it.
     *
     * @param state how it stands
     * @param model the identity of the model; empty until it is loaded
     * @param vectors how many texts have a vector
     * @param lag how many texts still lack one
     * @param paused whether making them waits for a change or an import to be taken in, or for questions to end
     * @param failure why it cannot be used, as a sentence; null when it can
     */
    public record Status(
            State state,
            String model,
            int vectors,
            int lag,
            boolean paused,
            @Nullable String failure) {
        static final Status OFF = new Status(State.OFF, "", 0, 0, false, null);
    }

    /** None: every search matches by text. */
    public static Meaning off() {
        return new Meaning(null);
    }

    /** Matching by meaning that begins when it is told to. */
    public static Meaning of(Embedding.Setup setup) {
        return new Meaning(new Embedding(setup));
    }

    /** Loads the model and makes the vectors on a thread of its own, until it is closed; to be called once. */
    public void begin() {
        if (embedding != null) {
            embedding.start();
        }
    }

    /** The same, begun at once. */
    public static Meaning start(Embedding.Setup setup) {
        Meaning meaning = of(setup);
        meaning.begin();
        return meaning;
    }

    /** How it stands now. */
    public Status status() {
        return embedding == null ? Status.OFF : embedding.status();
    }

    /**
     * The texts nearest to this one in meaning, nearest first; empty when it cannot be asked. Costs the embedding of the
     * text (about 2 ms) unless it is one of the last 1 000 asked for, and about 1 ms for every 100 000 vectors; among all texts
     * the last 1 000 answers are kept until vectors are added or removed.
     *
     * @param most how many; also how widely is sought, so ask for five times what is shown
     * @param among the keys of texts to choose from; null for all
     */
    public Optional<List<Near>> nearest(String text, int most, @Nullable Collection<Long> among) {
        if (embedding == null) {
            return Optional.empty();
        }
        return embedding.read((model, vectors) -> {
            if (among != null && among.isEmpty()) {
                return List.of();
            }
            Supplier<float[]> vector = () -> vector(model, text);
            return among == null ? vectors.nearest(text, vector, most) : vectors.nearest(vector.get(), most, among);
        });
    }

    /**
     * The published texts nearest in meaning to a published one, itself among them, nearest first; empty when meaning
     * cannot be asked, none when the text has no vector yet. Needs no model, and costs about 1 ms.
     *
     * @param most how many; also how widely is sought
     */
    public Optional<List<Near>> nearestTo(String text, int most) {
        return embedding == null
                ? Optional.empty()
                : embedding.read((model, vectors) -> vectors.nearestTo(TextKey.of(text), most));
    }

    /** How near in meaning two published texts are; empty when one has no vector yet or meaning cannot be asked. */
    public Optional<Double> similarity(String one, String other) {
        return embedding == null
                ? Optional.empty()
                : embedding
                        .read((model, vectors) -> vectors.similarity(TextKey.of(one), TextKey.of(other)))
                        .flatMap(found -> found);
    }

    /** The vector of a published text, of length 1; empty when it has none yet or meaning cannot be asked. */
    public Optional<float[]> vector(String text) {
        return embedding == null
                ? Optional.empty()
                : embedding
                        .read((model, vectors) -> vectors.vector(TextKey.of(text)))
                        .flatMap(found -> found);
    }

    /** Waits until every text has its vector, at most this long in milliseconds; for tests and benches. */
    public boolean awaitCaughtUp(long milliseconds) {
        return embedding == null || embedding.awaitCaughtUp(milliseconds);
    }

    /**
     * Asks the model nothing more, and waits for nothing; {@link #close()} does. To be called first of all when a process
     * ends: ONNX Runtime then frees beside everything else what a text that is still being embedded needs.
     *
     * @see <a href="https://github.com/microsoft/onnxruntime/issues/31352">onnxruntime, issue 31352</a>
     */
    public void stop() {
        if (embedding != null) {
            embedding.stop();
        }
    }

    private float[] vector(Embedder model, String text) {
        float[] known = asked.find(text);
        if (known != null) {
            return known;
        }
        float[] made = model.embed(text);
        asked.keep(text, made);
        return made;
    }

    @Override
    public void close() {
        if (embedding != null) {
            embedding.close();
        }
    }

    /** Something read from the vectors. */
    interface Reading<T> {
        T from(Embedder model, VectorStore vectors) throws IOException;
    }

    static UncheckedIOException unreadable(IOException failure) {
        return new UncheckedIOException("The vectors could not be read: " + failure.getMessage(), failure);
    }
}
