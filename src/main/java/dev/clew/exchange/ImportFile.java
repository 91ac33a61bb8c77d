package dev.clew.exchange;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A file to be imported.
 *
 * @param path where it is
 * @param shownName how refusals name it
 * @param format how it is read
 */
public record ImportFile(Path path, String shownName, FileFormat format) {
    private static final String PACKED = ".gz";

    /** Refuses a format that is only written. */
    public ImportFile {
        if (!format.isRead()) {
            throw unsupported(shownName);
        }
    }

    /**
     * A file whose ending says its format; {@code .gz} behind it says that it is packed.
     *
     * @throws ClewException (unsupported-format) naming the endings that are read
     */
    public static ImportFile of(Path path) {
        return named(path, path.toString());
    }

    /** The same for a file that was called otherwise where it came from; its name there says the format. */
    public static ImportFile named(Path path, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String ending = lower.endsWith(PACKED) ? lower.substring(0, lower.length() - PACKED.length()) : lower;
        FileFormat format = FileFormat.ofName(ending).filter(FileFormat::isRead).orElseThrow(() -> unsupported(name));
        return new ImportFile(path, name, format);
    }

    private static ClewException unsupported(String name) {
        String endings = FileFormat.codes(FileFormat::isRead).stream()
                .map(code -> "." + code)
                .collect(Collectors.joining(", "));
        return new ClewException(
                ErrorCode.UNSUPPORTED_FORMAT,
                "The ending of " + name + " says no format that is read here: use " + endings + ", perhaps with "
                        + PACKED + " behind it.");
    }
}
