package dev.clew.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** How texts, times and lengths are written in feeds. */
final class FeedText {
    private static final int LIMIT_SUMMARY_CHARACTERS = 20_000;
    /** Zones that RFC 822 names by letters. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("UT", "+0000"),
            Map.entry("UTC", "+0000"),
            Map.entry("GMT", "+0000"),
            Map.entry("Z", "+0000"),
            Map.entry("EST", "-0500"),
            Map.entry("EDT", "-0400"),
            Map.entry("CST", "-0600"),
            Map.entry("CDT", "-0500"),
            Map.entry("MST", "-0700"),
            Map.entry("MDT", "-0600"),
            Map.entry("PST", "-0800"),
            Map.entry("PDT", "-0700"));

    private static final DateTimeFormatter MAIL = DateTimeFormatter.ofPattern("d MMM yyyy H:mm[:ss] Z", Locale.ENGLISH);

    private FeedText() {}

    /** What a named character of HTML stands for, since feeds use them without declaring them; itself where unknown. */
    static String entity(String name) {
        return Parser.unescapeEntities("&" + name + ";", false);
    }

    /** A text without markup, at most some pages long. */
    static String plain(String markup) {
        String bounded =
                markup.length() > LIMIT_SUMMARY_CHARACTERS ? markup.substring(0, LIMIT_SUMMARY_CHARACTERS) : markup;
        return Jsoup.parse(bounded).text();
    }

    /** A moment as RFC 822 or RFC 3339 write it; null when it is none. */
    static @Nullable Instant moment(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.matches("\\d{4}-.*")
                    ? OffsetDateTime.parse(text).toInstant()
                    : ZonedDateTime.parse(mail(text), MAIL).toInstant();
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static String mail(String text) {
        String bare = text.replaceFirst("^[A-Za-z]+,?\\s+", "").replaceAll("\\s+", " ");
        int space = bare.lastIndexOf(' ');
        String zone = bare.substring(space + 1).toUpperCase(Locale.ROOT);
        String offset = ZONES.getOrDefault(zone, zone.replace(":", ""));
        return bare.substring(0, Math.max(space, 0)).replaceFirst("([A-Za-z]{3})[a-z]*", "$1") + " " + offset;
    }

    /** A length as {@code 1:02:33}, {@code 62:33} or seconds; null when it is none. */
    static @Nullable Integer seconds(String text) {
        if (!text.matches("\\d{1,6}(:\\d{1,2}){0,2}(\\.\\d+)?")) {
            return null;
        }
        int seconds = 0;
        for (String part : text.replaceFirst("\\..*", "").split(":")) {
            seconds = seconds * 60 + Integer.parseInt(part);
        }
        return seconds;
    }

    /** A whole number from 0; null when it is none. */
    static @Nullable Integer whole(String text) {
        return text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    /** A number of seconds; empty text and others give none. */
    static double number(String text) {
        return text.matches("\\d{1,6}(\\.\\d{1,6})?") ? Double.parseDouble(text) : -1;
    }
}
