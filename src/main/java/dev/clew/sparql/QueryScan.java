package dev.clew.sparql;

/**
 * Reads a query text once, without recursion, to see how deep it nests and how many operators it has: what a recursive
 * parser and every later walk of the tree would put on the stack. Strings, addresses, names and comments are passed over.
 * Linear in the text.
 */
final class QueryScan {
    private static final String OPERATORS = "+-*/|&!^=<>";

    private final String text;
    private int at;
    private int depth;
    private int deepest;
    private int operators;
    private int longestNumber;

    private QueryScan(String text) {
        this.text = text;
    }

    /** Scans the text. */
    static QueryScan of(String text) {
        QueryScan scan = new QueryScan(text);
        while (scan.at < text.length()) {
            scan.step();
        }
        return scan;
    }

    /** The deepest nesting of round, square and curly brackets. */
    int deepest() {
        return deepest;
    }

    /** How many operator characters stand outside strings, addresses, names and comments. */
    int operators() {
        return operators;
    }

    /** How many characters the longest number has, or the longest text that is given a datatype. */
    int longestNumber() {
        return longestNumber;
    }

    private void step() {
        char c = text.charAt(at);
        switch (c) {
            case '#' -> skipWhile(i -> text.charAt(i) != '\n' && text.charAt(i) != '\r');
            case '"', '\'' -> skipString(c);
            case '<' -> skipAddressOrCount();
            case '(', '[', '{' -> open();
            case ')', ']', '}' -> close();
            case '?', '$' -> skipVariable();
            default -> other(c);
        }
    }

    private void other(char c) {
        if (Character.isLetter(c) || c == ':' || c == '_') {
            skipName();
            return;
        }
        if (Character.isDigit(c)) {
            int begin = at;
            skipWhile(i -> Character.isDigit(text.charAt(i)) || text.charAt(i) == '.');
            longestNumber = Math.max(longestNumber, at - begin);
            return;
        }
        if (OPERATORS.indexOf(c) >= 0) {
            operators++;
        }
        at++;
    }

    private void open() {
        depth++;
        deepest = Math.max(deepest, depth);
        at++;
    }

    private void close() {
        depth--;
        at++;
    }

    private interface Positions {
        boolean accepts(int position);
    }

    private void skipWhile(Positions positions) {
        while (at < text.length() && positions.accepts(at)) {
            at++;
        }
    }

    private void skipVariable() {
        at++;
        skipWhile(i -> Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_');
    }

    private void skipName() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (!Character.isLetterOrDigit(c) && "_-.:%".indexOf(c) < 0) {
                return;
            }
            at++;
        }
    }

    private void skipString(char quote) {
        String closing = text.startsWith(String.valueOf(quote).repeat(3), at)
                ? String.valueOf(quote).repeat(3)
                : String.valueOf(quote);
        int begin = at;
        at += closing.length();
        while (at < text.length() && !text.startsWith(closing, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at += closing.length();
        if (text.startsWith("^^", Math.min(at, text.length()))) {
            longestNumber = Math.max(longestNumber, at - begin);
        }
    }

    private void skipAddressOrCount() {
        int end = at + 1;
        while (end < text.length() && mayStandInAddress(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '>') {
            at = end + 1;
        } else {
            operators++;
            at++;
        }
    }

    private static boolean mayStandInAddress(char c) {
        return c > ' ' && "<>\"{}|^`\\".indexOf(c) < 0;
    }
}
