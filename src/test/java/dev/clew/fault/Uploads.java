package dev.clew.fault;

import dev.clew.web.Calls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bodies that are sent to a server, whole or in part. */
final class Uploads {
    private Uploads() {}

    /** Sends a body of any bytes. */
    static Calls.Told send(Calls calls, String token, String path, String mediaType, byte[] body) {
        return calls.send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                mediaType,
                "Authorization",
                "Bearer " + token);
    }

    /**
     * Sends so many characters of a body and hangs up as a client does that is killed.
     *
     * @param target method, path and one header
     */
    static void breakOff(String address, String token, String target, String body, int sent) {
        String[] words = target.split(" ", 3);
        String head = words[0] + " " + words[1] + " HTTP/1.1\r\nHost: localhost\r\n" + words[2]
                + "\r\nAuthorization: Bearer " + token + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        URI server = URI.create(address);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write((head + body.substring(0, sent)).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Temporary files of uploads that hold this text. */
    static List<Path> left(String text) {
        try (var files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "clew-upload*")) {
            List<Path> left = new java.util.ArrayList<>();
            for (Path file : files) {
                if (Files.isReadable(file)
                        && Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    left.add(file);
                }
            }
            return left;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Packs bytes. */
    static byte[] packed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(out)) {
            packing.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
