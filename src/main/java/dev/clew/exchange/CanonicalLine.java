package dev.clew.exchange;

import java.util.List;

/**
 * One triple of a record's canonical text, cut into its terms as they stand there.
 *
 * @param subject an address in angle brackets, relative to the base where it is a record's
 * @param predicate an address in angle brackets
 * @param object an address in angle brackets, or a literal in quotation marks with what follows them
 */
record CanonicalLine(String subject, String predicate, String object) {
    static List<CanonicalLine> of(String canonicalText) {
        return canonicalText.lines().map(CanonicalLine::parse).toList();
    }

    /** Addresses hold no spaces, so the first two spaces part the terms; the line ends in a space and a full stop. */
    private static CanonicalLine parse(String line) {
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        return new CanonicalLine(
                line.substring(0, first),
                line.substring(first + 1, second),
                line.substring(second + 1, line.length() - 2));
    }

    static boolean isAddress(String term) {
        return term.startsWith("<");
    }

    /** The address without its brackets. */
    static String address(String term) {
        return term.substring(1, term.length() - 1);
    }
}
