package dev.clew.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Sends any bytes to a server and reads what comes back until it closes: what no polite client would send. */
final class RawHttp {
    private final InetSocketAddress address;

    RawHttp(String address) {
        URI uri = URI.create(address);
        this.address = new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    /**
     * What came back.
     *
     * @param status of the answer; 0 when there was none
     * @param text the whole answer
     * @param millis how long it took
     * @param isOver whether the server came to an end of it within the limit
     */
    record Told(int status, String text, long millis, boolean isOver) {
        /** One header, or an empty text. */
        String header(String name) {
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /** What stands after the headers. */
        String body() {
            int at = text.indexOf("\r\n\r\n");
            return at < 0 ? "" : text.substring(at + 4);
        }
    }

    /** Sends the bytes, ends the sending, and waits for the end of the answer, at most so long. */
    Told send(byte[] request, int limitMillis) throws IOException {
        long started = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(address, limitMillis);
            socket.setSoTimeout(limitMillis);
            write(socket, request);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            boolean over = read(socket, answer, started + limitMillis * 1_000_000L);
            String text = answer.toString(StandardCharsets.UTF_8);
            return new Told(status(text), text, (System.nanoTime() - started) / 1_000_000, over);
        }
    }

    private static void write(Socket socket, byte[] request) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            socket.shutdownOutput();
        } catch (IOException refusedBeforeTheEnd) {
            Optional.of(
                    refusedBeforeTheEnd); // the server may answer and close before it has read all; the answer is read
            // next
        }
    }

    private static boolean read(Socket socket, ByteArrayOutputStream answer, long deadline) throws IOException {
        byte[] buffer = new byte[1 << 14];
        try {
            int count = socket.getInputStream().read(buffer);
            while (count >= 0 && System.nanoTime() < deadline) {
                answer.write(buffer, 0, count);
                count = socket.getInputStream().read(buffer);
            }
            return count < 0;
        } catch (SocketTimeoutException slow) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static int status(String text) {
        return text.matches("(?s)HTTP/1\\.[01] \\d{3}.*") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }
}
