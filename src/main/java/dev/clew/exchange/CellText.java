package dev.clew.exchange;

/**
 * Texts that a spreadsheet shows instead of running them: what begins like a formula gets an apostrophe before it, and so
 * does what begins with one, so that reading takes back exactly what writing added (OWASP, CSV injection).
 */
final class CellText {
    private static final String RUNS = "=+-@\t\r\n＝＋－＠";

    private CellText() {}

    /** The text of a cell as it is written into a file. */
    static String guarded(String text) {
        return isRisky(text) ? "'" + text : text;
    }

    /** The text of a cell as it is meant, with line feeds between its lines. */
    static String plain(String cell) {
        String text = cell.replace("\r\n", "\n").replace('\r', '\n');
        return text.startsWith("'") && isRisky(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean isRisky(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        String stripped = text.strip();
        return first == '\''
                || RUNS.indexOf(first) >= 0
                || !stripped.isEmpty() && RUNS.indexOf(stripped.charAt(0)) >= 0;
    }
}
