package dev.clew.fetch;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends to the one server that a setting names, and to no other: what lies elsewhere is refused and redirects are not followed, so
 * that nothing that was read, and no answer, leads anywhere. As the setting names it, it may stand in a private network or on this
 * machine. Safe for any number of threads.
 */
public final class OneServer implements AutoCloseable {
    private final URI base;
    private final FetchLimits limits;
    private final CloseableHttpClient client;
    private final Deadlines deadlines = new Deadlines();

    /**
     * What it answered.
     *
     * @param status the HTTP status, whatever it is
     * @param body at most as many bytes as the limits say
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
    public record Answer(int status, byte[] body) {}

    /**
     * The server below an address.
     *
     * @param base an http or https address without user and query
     * @param limits of each request; the server may be silent for all of their time
     */
    public OneServer(URI base, FetchLimits limits) {
        this.base = base;
        this.limits = limits;
        this.client = Clients.make(Timeout.of(limits.time()), true);
    }

    /**
     * Sends a JSON document and gives what is answered.
     *
     * @throws ClewException (fetch-refused) for an address that is not below the server's; (fetch-failed) when it does not answer,
     *     saying why; (too-large) beyond the limit of bytes
     */
    public Answer post(URI address, Map<String, String> headers, byte[] json) {
        requireBelow(address);
        HttpPost request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        long until = System.nanoTime() + limits.time().toNanos();
        Future<?> deadline = deadlines.set(request, limits.time().toNanos());
        try {
            return client.execute(request, response -> new Answer(response.getCode(), body(response)));
        } catch (IOException failed) {
            String why = System.nanoTime() >= until
                    ? "took longer than the limit of " + limits.time().toSeconds() + " s"
                    : "does not answer: " + failed.getMessage();
            throw new ClewException(ErrorCode.FETCH_FAILED, "<" + base + "> " + why + ".", failed);
        } finally {
            deadline.cancel(false);
        }
    }

    private void requireBelow(URI address) {
        String path = base.getPath().endsWith("/") ? base.getPath() : base.getPath() + "/";
        boolean below = String.valueOf(base.getScheme()).equals(address.getScheme())
                && String.valueOf(base.getRawAuthority()).equals(address.getRawAuthority())
                && address.normalize().getPath().startsWith(path);
        if (!below) {
            throw new ClewException(ErrorCode.FETCH_REFUSED, "<" + address + "> is not below <" + base + ">.");
        }
    }

    private byte[] body(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        InputStream in = response.getEntity().getContent();
        byte[] bytes = in.readNBytes(limits.bytes() + 1);
        if (bytes.length > limits.bytes()) {
            throw new ClewException(
                    ErrorCode.TOO_LARGE,
                    "<" + base + "> answers with more than the limit of " + limits.bytes() + " bytes.");
        }
        return bytes;
    }

    @Override
    public void close() {
        deadlines.close();
        try {
            client.close();
        } catch (IOException alreadyBroken) {
            throw new IllegalStateException("the client of <" + base + "> cannot be closed", alreadyBroken);
        }
    }
}
