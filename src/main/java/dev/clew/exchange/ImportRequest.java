package dev.clew.exchange;

import dev.clew.ledger.Change.Author;
import dev.clew.model.ClewException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What to import.
 *
 * @param files one or more files, read as one set: records may refer to each other across them in any order
 * @param author who imports, and why
 * @param strict true to write nothing when any record is refused
 * @param progress told several times a second how far the work is; what it throws stops the import
 */
public record ImportRequest(List<ImportFile> files, Author author, boolean strict, Consumer<ImportProgress> progress) {
    /** Refuses an import of nothing. */
    public ImportRequest {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw ClewException.invalid("files", "name at least one file", "");
        }
    }

    /** An import of files whose endings say their formats. */
    public static ImportRequest of(List<Path> files, Author author, boolean strict, Consumer<ImportProgress> progress) {
        return new ImportRequest(files.stream().map(ImportFile::of).toList(), author, strict, progress);
    }

    /** An import of these files that keeps what is good and tells nobody how far it is. */
    public static ImportRequest of(List<Path> files, Author author) {
        return of(files, author, false, progress -> {});
    }
}
