package dev.clew.web.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The body of a request: read once, by one of its methods, and never beyond the route's limit, however long it says it is.
 */
public final class Body {
    /** No body. */
    public static final Body NONE = new Body("", InputStream.nullInputStream(), 0);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String mediaType;
    private final Bounded stream;

    Body(String mediaType, InputStream stream, long limitBytes) {
        this.mediaType = mediaType;
        this.stream = new Bounded(stream, limitBytes);
    }

    /** A body of these bytes. */
    public static Body of(String mediaType, byte[] bytes) {
        return new Body(mediaType, new ByteArrayInputStream(bytes), bytes.length);
    }

    /** Its media type in lower case, without parameters; empty when there is no body. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The body as it comes in, for what is too long to be held; reading from it throws a {@link ClewException} (too-large)
     * beyond the route's limit, and (bad-request) when the sender breaks off.
     */
    public InputStream stream() {
        return stream;
    }

    /**
     * All its bytes.
     *
     * @throws ClewException (too-large) beyond the route's limit; (bad-request) when the sender breaks off
     */
    public byte[] bytes() {
        try {
            return stream.readAllBytes();
        } catch (IOException brokenOff) {
            throw brokenOff(brokenOff);
        }
    }

    /**
     * All of it as text.
     *
     * @throws ClewException as {@link #bytes}, and (bad-request) when it is not UTF-8
     */
    public String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes()))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "The body is not UTF-8: send it in that encoding.", notText);
        }
    }

    /**
     * All of it as one JSON value; a name that comes twice in an object is refused.
     *
     * @throws ClewException as {@link #text}, and (bad-request) naming line and column when it is not JSON
     */
    public JsonNode json() {
        String text = text();
        try {
            JsonNode read = MAPPER.readTree(text);
            if (read == null || read.isMissingNode()) {
                throw new ClewException(ErrorCode.BAD_REQUEST, "The body is empty: send one JSON value.");
            }
            return read;
        } catch (JsonProcessingException malformed) {
            String where = malformed.getLocation() == null
                    ? ""
                    : " at line " + malformed.getLocation().getLineNr() + ", column "
                            + malformed.getLocation().getColumnNr();
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The body is not JSON" + where + ": " + malformed.getOriginalMessage() + ".",
                    malformed);
        }
    }

    private static ClewException brokenOff(IOException cause) {
        return new ClewException(ErrorCode.BAD_REQUEST, "The body broke off before its end: send it again.", cause);
    }

    /** The refusal of a body beyond the limit. */
    static ClewException tooLarge(long limitBytes) {
        return new ClewException(
                ErrorCode.TOO_LARGE,
                "The body is larger than " + limitBytes + " bytes, the most that is read here: send less at once.");
    }

    /** Hands on bytes up to the limit; one more is a refusal. */
    private static final class Bounded extends FilterInputStream {
        private final long limitBytes;
        private long taken;

        Bounded(InputStream in, long limitBytes) {
            super(in);
            this.limitBytes = limitBytes;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            try {
                int count = super.read(target, offset, length);
                taken += Math.max(count, 0);
                if (taken > limitBytes) {
                    throw tooLarge(limitBytes);
                }
                return count;
            } catch (IOException failed) {
                throw brokenOff(failed);
            }
        }

        @Override
        public long skip(long count) throws IOException {
            return readNBytes((int) Math.min(count, 8192)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
