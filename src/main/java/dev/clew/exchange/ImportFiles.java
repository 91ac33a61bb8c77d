package dev.clew.exchange;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Relations;
import dev.clew.ontology.Base;
import dev.clew.ontology.RecordRdf;
import dev.clew.ontology.RelationCatalogue;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The files of one import under way, with what was made of those that are packed or not JSON Lines. */
final class ImportFiles implements AutoCloseable {
    /** The largest file that is unpacked. */
    static final long LIMIT_UNPACKED_BYTES = 1L << 30;

    private static final int PACKED_MARK = 0x1f8b;

    private final RecordRdf rdf;
    private final RecordJson json;
    private final Relations relations = RelationCatalogue.load();
    private final List<RecordLines> open = new ArrayList<>();
    private final List<Path> made = new ArrayList<>();

    ImportFiles(Base base, RecordJson json) {
        this.rdf = new RecordRdf(base);
        this.json = json;
    }

    /** The file as JSON Lines; what of it is no record is refused to the set. */
    RecordLines open(ImportFile file, ImportSet set) {
        try {
            ImportFile plain = unpacked(file);
            RecordLines lines = plain.format() == FileFormat.JSON_LINES ? RecordLines.of(plain) : convert(plain, set);
            open.add(lines);
            return lines;
        } catch (IOException failed) {
            throw RecordLines.unreadable(file.shownName(), failed);
        }
    }

    private RecordLines convert(ImportFile file, ImportSet set) throws IOException {
        Path lines = made("clew-import");
        if (file.format() == FileFormat.CSV) {
            new CsvRecords(relations, set).convert(file, lines);
            return RecordLines.lineByLine(lines, file.shownName());
        }
        new RdfRecords(rdf, json, set).convert(file, lines);
        return RecordLines.madeOf(lines, file.shownName());
    }

    private Path made(String prefix) throws IOException {
        Path path = Files.createTempFile(prefix, ".tmp");
        made.add(path);
        return path;
    }

    private ImportFile unpacked(ImportFile file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
            in.mark(2);
            boolean packed = (in.read() << 8 | in.read()) == PACKED_MARK;
            in.reset();
            if (!packed) {
                return file;
            }
            Path plain = made("clew-unpacked");
            unpack(file, in, plain);
            return new ImportFile(plain, file.shownName(), file.format());
        }
    }

    private static void unpack(ImportFile file, InputStream in, Path plain) throws IOException {
        try (InputStream unpacking = new GZIPInputStream(in, 1 << 16);
                OutputStream out = Files.newOutputStream(plain)) {
            byte[] buffer = new byte[1 << 16];
            long taken = 0;
            for (int count = unpacking.read(buffer); count >= 0; count = unpacking.read(buffer)) {
                taken += count;
                if (taken > LIMIT_UNPACKED_BYTES) {
                    throw new ClewException(
                            ErrorCode.TOO_LARGE,
                            file.shownName() + " unpacks to more than " + LIMIT_UNPACKED_BYTES
                                    + " bytes: split it into several files.");
                }
                out.write(buffer, 0, count);
            }
        } catch (ZipException | EOFException damaged) {
            throw ClewException.invalid("", "is packed and damaged: pack it again", file.shownName());
        }
    }

    @Override
    public void close() {
        open.forEach(RecordLines::close);
        for (Path each : made) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException stays) {
                throw RecordLines.unreadable(each.toString(), stays);
            }
        }
    }
}
