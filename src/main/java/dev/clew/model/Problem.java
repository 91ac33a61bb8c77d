package dev.clew.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input.
 *
 * @param path where, in the input's own words, such as {@code links[0].sign}; empty for the whole
 * @param message what is wrong, what was expected and what to do next
 * @param value the value that was refused, shortened to 200 characters; null when there was none
 */
public record Problem(String path, String message, @Nullable String value) {
    private static final int VALUE_LIMIT_CHARACTERS = 200;

    /** Shortens the value, so that an oversized input cannot make an oversized answer. */
    public Problem {
        if (value != null && value.length() > VALUE_LIMIT_CHARACTERS) {
            value = value.substring(0, VALUE_LIMIT_CHARACTERS - 1) + "…";
        }
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + message + (value == null ? "" : " (was: " + value + ")");
    }
}
