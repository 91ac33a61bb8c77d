package dev.clew.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Speaks TLS for a server of this machine that does not, for one connection. */
final class TlsFront implements AutoCloseable {
    private final ServerSocket front;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    TlsFront(SSLContext context, int behind) throws IOException {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        front = context.getServerSocketFactory().createServerSocket(0, 1, here);
        threads.submit(() -> {
            try (Socket client = front.accept();
                    Socket server = new Socket(here, behind)) {
                threads.submit(() -> server.getInputStream().transferTo(client.getOutputStream()));
                return client.getInputStream().transferTo(server.getOutputStream());
            }
        });
    }

    int port() {
        return front.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        front.close();
        threads.shutdownNow();
    }
}
