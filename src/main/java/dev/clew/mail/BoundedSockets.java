package dev.clew.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sockets on which a server is listened to for a bounded time and over a bounded number of bytes, all of them together, however
 * it deals out what it says; and not any more once this server stops. TLS is laid over them. Closing closes all that were made,
 * since who asked for them forgets some when it fails. Safe for any number of threads.
 */
final class BoundedSockets extends SocketFactory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedSockets.class);
    /** So soon it is noticed that there is no more to wait for. */
    private static final Duration LOOKS = Duration.ofMillis(250);

    private final Bounds bounds;
    private final BooleanSupplier stopping;
    private final long begun = System.nanoTime();
    private final AtomicLong read = new AtomicLong();
    private final Queue<Socket> made = new ConcurrentLinkedQueue<>();

    /**
     * How long and how much is listened.
     *
     * @param patience how long a server may say nothing
     * @param time how long all of it may take
     * @param bytes how much may be read
     */
    record Bounds(Duration patience, Duration time, long bytes) {}

    BoundedSockets(Bounds bounds, BooleanSupplier stopping) {
        this.bounds = bounds;
        this.stopping = stopping;
    }

    @Override
    public Socket createSocket() {
        Socket socket = new Listening();
        made.add(socket);
        return socket;
    }

    @Override
    public void close() {
        for (Socket each : made) {
            try {
                each.close();
            } catch (IOException rude) {
                LOG.debug("A connection to a mail server could not be closed: {}", rude.getMessage());
            }
        }
    }

    private final class Listening extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            super.connect(endpoint, timeout);
            setSoTimeout((int) LOOKS.toMillis());
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            long asked = System.nanoTime();
            while (true) {
                check(asked);
                try {
                    int some = super.read(into, offset, length);
                    read.addAndGet(Math.max(0, some));
                    return some;
                } catch (SocketTimeoutException silent) {
                    // Nothing yet: whether to wait on is seen above.
                }
            }
        }
    }

    private void check(long asked) throws IOException {
        if (stopping.getAsBoolean()) {
            throw new IOException("this server stops");
        }
        if (isOver(asked, bounds.patience())) {
            throw new IOException("it said nothing for " + seconds(bounds.patience()));
        }
        if (isOver(begun, bounds.time())) {
            throw new IOException("it took more than " + seconds(bounds.time()));
        }
        if (read.get() > bounds.bytes()) {
            throw new IOException("it sent more than " + bounds.bytes() + " bytes");
        }
    }

    private static boolean isOver(long since, Duration limit) {
        return System.nanoTime() - since > limit.toNanos();
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " seconds";
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return createSocket(address, port);
    }

    private Socket connected(SocketAddress endpoint) throws IOException {
        Socket socket = createSocket();
        socket.connect(endpoint, (int) bounds.patience().toMillis());
        return socket;
    }
}
