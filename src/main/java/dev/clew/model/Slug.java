package dev.clew.model;

import java.util.regex.Pattern;

/** Ids of records: lower-case letters, digits and dashes, 1 to 80 characters, not starting with a dash. */
public final class Slug {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

    private Slug() {}

    /** Whether the text is an id. */
    public static boolean isSlug(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Returns the id unchanged.
     *
     * @throws ClewException when it is not an id, naming {@code path} as the field
     */
    public static String check(String path, String id) {
        if (!isSlug(id)) {
            throw ClewException.invalid(
                    path, "must be an id of 1 to 80 lower-case letters, digits and dashes, such as compute", id);
        }
        return id;
    }
}
