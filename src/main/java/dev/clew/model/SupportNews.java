package dev.clew.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands for and against something, and what becomes of it, in words.
 *
 * @param support its voices
 * @param sign its sign
 */
record SupportNews(Support support, Sign sign) {
    /** What became of it; empty when nothing did. */
    static List<String> parts(SupportNews earlier, SupportNews now) {
        List<String> parts = new ArrayList<>();
        voices(earlier.support.voicesFor(), now.support.voicesFor(), "for it", parts);
        voices(earlier.support.voicesAgainst(), now.support.voicesAgainst(), "against it", parts);
        if (earlier.support.isContested() != now.support.isContested()) {
            parts.add(now.support.isContested() ? "is now contested" : "is no longer contested");
        }
        if (earlier.sign != now.sign) {
            parts.add("now " + reads(now.sign));
        }
        return parts;
    }

    private static void voices(int earlier, int now, String side, List<String> parts) {
        if (earlier == 1 && now == 2) {
            parts.add("gained a second voice " + side);
        } else if (earlier != now) {
            parts.add("has " + (now == 1 ? "1 voice " : now + " voices ") + side + ", where it had " + earlier);
        }
    }

    static String reads(Sign sign) {
        return switch (sign) {
            case PLUS -> "raises";
            case MINUS -> "lowers";
            default -> "has no direction";
        };
    }
}
