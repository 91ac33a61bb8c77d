package dev.clew.exchange;

import dev.clew.model.ClewException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lists inside one cell: entries with {@code ;} between them, the parts of an entry with {@code |}. A part that holds one
 * of these, a quotation mark, or space at its ends stands in quotation marks, where a backslash lets the next character
 * stand for itself.
 */
final class CellLists {
    private CellLists() {}

    /** The pieces between separators outside of quotation marks, as they are written. */
    static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == separator && !quoted) {
                pieces.add(piece.toString());
                piece.setLength(0);
                continue;
            }
            quoted = (c == '"') != quoted;
            piece.append(c);
            if (c == '\\' && quoted && i + 1 < text.length()) {
                piece.append(text.charAt(++i));
            }
        }
        if (quoted) {
            throw ClewException.invalid("", "has a quotation mark that is not closed: close it", text);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /** The entries of a list; blank ones are left out. */
    static List<String> entries(String text) {
        return split(text, ';').stream()
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    /** The parts of one entry, without their quotation marks; empty where nothing stands. */
    static List<String> parts(String entry) {
        return split(entry, '|').stream().map(CellLists::plain).toList();
    }

    /** The text of a part or entry, without its quotation marks. */
    static String plain(String piece) {
        String stripped = piece.strip();
        boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? unescaped(stripped.substring(1, stripped.length() - 1)) : stripped;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c);
        }
        return plain.toString();
    }

    /** A part or entry as it is written, in quotation marks where it needs them. */
    static String written(String part) {
        boolean bare = part.equals(part.strip()) && part.chars().noneMatch(c -> ";|\"\\".indexOf(c) >= 0);
        return bare ? part : '"' + part.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** One entry of these parts; empty parts at the end are left out. */
    static String entry(List<String> parts) {
        int length = parts.size();
        while (length > 0 && parts.get(length - 1).isEmpty()) {
            length--;
        }
        return parts.subList(0, length).stream().map(CellLists::written).collect(Collectors.joining(" | "));
    }
}
