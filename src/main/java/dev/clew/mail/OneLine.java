package dev.clew.mail;

import org.jspecify.annotations.Nullable;

/** What a server said, so that it can stand in a log, a table and a page. */
final class OneLine {
    private static final int LIMIT = 300;

    private OneLine() {}

    /** One line of at most {@value #LIMIT} characters. */
    static String of(@Nullable String said) {
        String line = String.valueOf(said).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(LIMIT, line.length()));
    }
}
