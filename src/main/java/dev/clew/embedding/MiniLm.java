package dev.clew.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.clew.model.ClewException;
import dev.clew.model.Embedder;
import dev.clew.model.ErrorCode;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The sentence model all-MiniLM-L6-v2 (Wang and others 2020; int8 weights; English; 384 numbers), run by ONNX Runtime.
 *
 * <p>A text keeps one thread busy, and no other: that costs half the processor time of the runtime's own division of a
 * text among threads (measured: ADR 43). Loading takes about two seconds and 150 MB outside the heap; a short text then
 * about 2 ms, a long claim 4 to 8 ms.
 */
public final class MiniLm implements Embedder {
    private static final int DIMENSION = 384;
    private static final int IDENTITY_BYTES = 6;
    /** What is embedded instead of a text without letters, which the library refuses. */
    private static final String NOTHING = ".";

    private final OrtSession session;
    private final Encoding encoding;
    private final String identity;

    private MiniLm(OrtSession session, OnnxBertBiEncoder encoder, String identity) {
        this.session = session;
        this.encoding = new Encoding(encoder);
        this.identity = identity;
    }

    /**
     * Loads a model.
     *
     * @param files where its two files are
     * @param natives a directory where the tokenizer's machine code is unpacked; made when missing
     * @throws ClewException (not-ready) saying what is missing or broken
     */
    public static MiniLm load(ModelFiles files, Path natives) {
        keepOffTheNetwork(natives);
        try {
            byte[] model = files.model();
            byte[] tokenizer = files.tokenizer();
            OrtSession session = session(model);
            try {
                OnnxBertBiEncoder encoder = new OnnxBertBiEncoder(
                        OrtEnvironment.getEnvironment(),
                        session,
                        new ByteArrayInputStream(tokenizer),
                        PoolingMode.MEAN);
                return new MiniLm(session, encoder, identity(model, tokenizer)).tried();
            } catch (RuntimeException | LinkageError broken) {
                session.close();
                throw broken;
            }
        } catch (IOException | OrtException | RuntimeException | LinkageError broken) {
            throw new ClewException(
                    ErrorCode.NOT_READY,
                    "The sentence model of " + files + " cannot be loaded (" + broken.getMessage()
                            + "); search matches by text only.",
                    broken);
        }
    }

    /** The tokenizer's library would report its use and fetch what it lacks, each by the network. */
    private static void keepOffTheNetwork(Path natives) {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("ENGINE_CACHE_DIR", natives.toString());
    }

    private static OrtSession session(byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return OrtEnvironment.getEnvironment().createSession(model, options);
        }
    }

    private static String identity(byte[] model, byte[] tokenizer) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(model);
            byte[] hash = digest.digest(tokenizer);
            return "minilm-" + HexFormat.of().formatHex(hash, 0, IDENTITY_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    /** Embeds once, so that a model of another shape is found out now. */
    private MiniLm tried() {
        int length = embed("A first text.").length;
        if (length != DIMENSION) {
            throw new IllegalArgumentException("its vectors have " + length + " numbers instead of " + DIMENSION);
        }
        return this;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public float[] embed(String text) {
        try {
            return encoding.embed(says(text) ? text : NOTHING).content().vector();
        } catch (RuntimeException failed) {
            throw new ClewException(
                    ErrorCode.INTERNAL, "The sentence model failed on a text: " + failed.getMessage(), failed);
        }
    }

    private static boolean says(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new ClewException(ErrorCode.INTERNAL, "The sentence model could not be closed.", failed);
        }
    }

    /** The library's encoder with our session, on the thread that asks. */
    private static final class Encoding extends AbstractInProcessEmbeddingModel {
        private final OnnxBertBiEncoder encoder;

        Encoding(OnnxBertBiEncoder encoder) {
            super(Runnable::run);
            this.encoder = encoder;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }
    }
}
