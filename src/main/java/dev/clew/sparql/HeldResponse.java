package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.jena.fuseki.servlets.HttpAction;

/** A response whose body is held until it is whole, so that whatever goes wrong while it is written is answered as such. */
final class HeldResponse extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Stream stream = new Stream();
    private final PrintWriter writer = new PrintWriter(stream, false, StandardCharsets.UTF_8);
    private final long limitBytes;

    HeldResponse(HttpServletResponse response, long limitBytes) {
        super(response);
        this.limitBytes = limitBytes;
    }

    /** The same request, answered into this. */
    HttpAction within(HttpAction action) {
        HttpAction inside = new HttpAction(action.id, action.log, action.category, action.getRequest(), this);
        inside.setRequest(action.getDataAccessPoint(), action.getDataService());
        inside.setEndpoint(action.getEndpoint());
        return inside;
    }

    /** The held response of a request that is answered {@link #within} one. */
    static HeldResponse of(HttpAction inside) {
        ServletResponse response = inside.getResponse();
        while (!(response instanceof HeldResponse) && response instanceof ServletResponseWrapper wrapper) {
            response = wrapper.getResponse();
        }
        return (HeldResponse) response;
    }

    /** Writes all of a body that was made before. */
    void write(byte[] whole) {
        stream.write(whole, 0, whole.length);
    }

    /** How many bytes are held. */
    int size() {
        writer.flush();
        return body.size();
    }

    /** Sends what is held, with its length. */
    void send() throws IOException {
        if (getStatus() != SC_NOT_MODIFIED) {
            super.setContentLengthLong(size());
        }
        body.writeTo(getResponse().getOutputStream());
    }

    /** What was written. */
    byte[] body() {
        writer.flush();
        return body.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void resetBuffer() {
        body.reset();
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }

    @Override
    public void setContentLength(int length) {
        // The length is known once the body is whole.
    }

    @Override
    public void setContentLengthLong(long length) {
        // The length is known once the body is whole.
    }

    private final class Stream extends ServletOutputStream {
        @Override
        public void write(int value) {
            requireRoom(1);
            body.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            requireRoom(length);
            body.write(bytes, offset, length);
        }

        private void requireRoom(int more) {
            if (body.size() + (long) more > limitBytes) {
                throw new ClewException(
                        ErrorCode.TOO_COSTLY,
                        "The answer is larger than the limit of " + limitBytes + " bytes: ask for less, or add LIMIT.");
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            try {
                listener.onWritePossible();
            } catch (IOException failed) {
                listener.onError(failed);
            }
        }
    }
}
