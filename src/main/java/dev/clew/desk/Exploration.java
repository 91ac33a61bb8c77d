package dev.clew.desk;

import dev.clew.model.ClewException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A view of the pages that a reader keeps; whoever knows its id may open it.
 *
 * @param number counts up over all explorations
 * @param id by which it is opened: {@value #ID_CHARACTERS} letters and digits by chance
 * @param draft what is kept
 * @param by the account
 * @param at when
 */
public record Exploration(long number, String id, Draft draft, String by, Instant at) {
    /** Characters of an id. */
    public static final int ID_CHARACTERS = 12;
    /** Most characters of a title. */
    public static final int LIMIT_TITLE = 120;
    /** Most characters of a place. */
    public static final int LIMIT_PLACE = 120_000;

    /** A view of these pages and of no other place, so that opening one never leads elsewhere. */
    private static final Pattern PLACE =
            Pattern.compile("/(explore|paths)\\?[\\x21-\\x7e&&[^#\\\\]]{1," + LIMIT_PLACE + "}");

    /**
     * A view that is not kept yet.
     *
     * @param title what its reader calls it
     * @param place path and query of the page
     */
    public record Draft(String title, String place) {
        /** Checks that it has a title of one line, and leads to a page that shows views. */
        public Draft {
            boolean unclean = title.chars().anyMatch(c -> c < ' ');
            if (title.isBlank() || title.length() > LIMIT_TITLE || unclean) {
                throw ClewException.invalid(
                        "title", "must name the view in 1 to " + LIMIT_TITLE + " characters of one line", title);
            }
            if (place.length() > LIMIT_PLACE || !PLACE.matcher(place).matches()) {
                throw ClewException.invalid(
                        "place",
                        "must begin with /explore? or /paths?, percent-encoded, with at most " + LIMIT_PLACE
                                + " characters",
                        place);
            }
        }
    }
}
