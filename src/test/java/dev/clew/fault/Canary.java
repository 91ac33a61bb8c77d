package dev.clew.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on this machine and counts who connects: nothing that Clew is asked may. */
public final class Canary implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    /** Listens on a free port. */
    public Canary() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofPlatform().daemon().start(this::count);
    }

    private void count() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                connections.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Where it listens. */
    public String address() {
        return "http://localhost:" + socket.getLocalPort() + "/";
    }

    /** How many have connected. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
