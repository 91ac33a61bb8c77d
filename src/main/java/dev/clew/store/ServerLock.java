package dev.clew.store;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held by the one server of a data directory; the operating system lets go of it when the process ends, however it ends. */
public final class ServerLock implements AutoCloseable {
    private final FileChannel channel;

    private ServerLock(FileChannel channel) {
        this.channel = channel;
    }

    static ServerLock take(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw taken(file);
            }
            note(channel);
            return new ServerLock(channel);
        } catch (IOException failed) {
            throw new ClewException(
                    ErrorCode.NO_SPACE,
                    "Cannot write " + file + ": make the directory writable and free some space.",
                    failed);
        }
    }

    /** Notes whose it is; on a full disk the lock holds without. */
    private static boolean note(FileChannel channel) throws IOException {
        ByteBuffer process = StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid()));
        int length = process.remaining();
        try {
            channel.write(process, 0);
            channel.truncate(length);
            return true;
        } catch (IOException full) {
            channel.truncate(0);
            return false;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            // A region behind the process number, so that a refused server can read whose lock it is.
            return channel.tryLock(1000, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static ClewException taken(Path file) throws IOException {
        String process = StandardCharsets.US_ASCII
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
        return new ClewException(
                ErrorCode.DATA_DIRECTORY,
                "The data directory " + file.getParent() + " is already served by process " + process
                        + ": stop that server, or name another directory with --data.");
    }

    /** Lets go of the directory. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new ClewException(ErrorCode.INTERNAL, "Cannot release the lock of the data directory.", failed);
        }
    }
}
