package dev.clew.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Numbers, arrays and texts in a row of bytes, each with its length before it and a checksum at the end. */
final class Packing {
    private Packing() {}

    /** Packs, and seals at the end. */
    static final class Writer {
        private final List<ByteBuffer> parts = new ArrayList<>();

        void number(int value) {
            parts.add(ByteBuffer.allocate(4).putInt(value).flip());
        }

        void ints(int[] values, int count) {
            ByteBuffer part = ByteBuffer.allocate(Math.addExact(4, Math.multiplyExact(count, 4)));
            part.putInt(count);
            part.asIntBuffer().put(values, 0, count);
            parts.add(part.position(0));
        }

        void shorts(short[] values, int count) {
            ByteBuffer part = ByteBuffer.allocate(4 + count * 2);
            part.putInt(count);
            part.asShortBuffer().put(values, 0, count);
            parts.add(part.position(0));
        }

        void bytes(byte[] values, int count) {
            parts.add(ByteBuffer.allocate(4 + count)
                    .putInt(count)
                    .put(values, 0, count)
                    .flip());
        }

        void text(String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            bytes(bytes, bytes.length);
        }

        /** Texts; an absent one is written as an empty one. */
        void texts(List<? extends @Nullable String> values) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            int[] lengths = new int[values.size()];
            for (int i = 0; i < lengths.length; i++) {
                String value = values.get(i);
                byte[] bytes = (value == null ? "" : value).getBytes(StandardCharsets.UTF_8);
                lengths[i] = bytes.length;
                all.writeBytes(bytes);
            }
            ints(lengths, lengths.length);
            bytes(all.toByteArray(), all.size());
        }

        void writeTo(FileChannel channel) throws IOException {
            CRC32C sum = new CRC32C();
            for (ByteBuffer part : parts) {
                sum.update(part.duplicate());
                writeAll(channel, part);
            }
            writeAll(channel, ByteBuffer.allocate(8).putLong(sum.getValue()).flip());
        }

        private static void writeAll(FileChannel channel, ByteBuffer part) throws IOException {
            while (part.hasRemaining()) {
                channel.write(part);
            }
        }
    }

    /** Unpacks what was sealed whole. */
    static final class Reader {
        private final ByteBuffer in;

        /**
         * Checks the seal.
         *
         * @throws IOException when the bytes are not what was written
         */
        Reader(byte[] bytes) throws IOException {
            int length = bytes.length - 8;
            CRC32C sum = new CRC32C();
            sum.update(bytes, 0, Math.max(0, length));
            if (length < 0 || ByteBuffer.wrap(bytes, length, 8).getLong() != sum.getValue()) {
                throw new IOException("its checksum does not fit, so it is damaged or half written");
            }
            in = ByteBuffer.wrap(bytes, 0, length);
        }

        int number() {
            return in.getInt();
        }

        int[] ints() {
            int[] values = new int[in.getInt()];
            in.asIntBuffer().get(values);
            in.position(in.position() + values.length * 4);
            return values;
        }

        short[] shorts() {
            short[] values = new short[in.getInt()];
            in.asShortBuffer().get(values);
            in.position(in.position() + values.length * 2);
            return values;
        }

        byte[] bytes() {
            byte[] values = new byte[in.getInt()];
            in.get(values);
            return values;
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        List<String> texts() {
            int[] lengths = ints();
            byte[] all = bytes();
            List<String> texts = new ArrayList<>(lengths.length);
            int start = 0;
            for (int length : lengths) {
                texts.add(new String(all, start, length, StandardCharsets.UTF_8));
                start += length;
            }
            return texts;
        }
    }
}
