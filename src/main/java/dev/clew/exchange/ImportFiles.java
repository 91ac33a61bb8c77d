package dev.clew.exchange;

import dev.clew.model.Relations;
import dev.clew.ontology.Base;
import dev.clew.ontology.RecordRdf;
import dev.clew.ontology.RelationCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of one import under way, with what was made of those that are packed or not JSON Lines. */
final class ImportFiles implements AutoCloseable {
    private final RecordRdf rdf;
    private final RecordJson json;
    private final Relations relations = RelationCatalogue.load();
    private final List<RecordLines> open = new ArrayList<>();
    private final List<ImportFile> plain = new ArrayList<>();
    private final List<Path> made = new ArrayList<>();

    ImportFiles(Base base, RecordJson json) {
        this.rdf = new RecordRdf(base);
        this.json = json;
    }

    /** The file as JSON Lines; what of it is no record is refused to the set. */
    RecordLines open(ImportFile file, ImportSet set) {
        try {
            ImportFile readable = unpacked(file);
            plain.add(readable);
            boolean isLines = readable.format() == FileFormat.JSON_LINES;
            RecordLines lines = isLines ? RecordLines.of(readable) : convert(readable, set);
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
        try (InputStream in = Files.newInputStream(file.path())) {
            if (!Unpacking.isPacked(in.readNBytes(2))) {
                return file;
            }
        }
        Path path = made("clew-unpacked");
        try (InputStream in = Files.newInputStream(file.path());
                OutputStream out = Files.newOutputStream(path)) {
            Unpacking.copy(in, file.shownName(), out);
        }
        return new ImportFile(path, file.shownName(), file.format());
    }

    /** The same refusals, with the lines or rows that they are about where the format has lines. */
    List<Refusal> withContents(List<Refusal> refusals) {
        List<Refusal> full = refusals;
        for (ImportFile file : plain) {
            full = MendFile.withContents(file, full);
        }
        return full;
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
