package dev.clew.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to search for.
 *
 * @param text what the reader typed, at most 2 000 characters; empty finds everything, newest first
 * @param filters values by field, at most 100 of one; entities and sources by id or by name
 * @param period when the source came out
 * @param evidence how the claims must be backed
 * @param page how many, in which order, from where
 * @param mode how the text is matched
 */
public record SearchQuery(
        String text, Map<SearchField, List<String>> filters, Period period, Evidence evidence, Page page, Mode mode) {
    /** Longest query text. */
    public static final int TEXT_LIMIT_CHARACTERS = 2000;
    /** Most values of one filter. */
    public static final int VALUES_LIMIT = 100;
    /** Most hits of one page. */
    public static final int HITS_LIMIT = 100;
    /** Hits of a page unless asked otherwise. */
    public static final int HITS_DEFAULT = 20;

    private static final int CURSOR_LIMIT_CHARACTERS = 500;

    /** How text is matched. */
    public enum Mode {
        /** By words and by meaning, put into one order by how well both fit; by words where meaning is not at hand. */
        HYBRID,
        /** By words only. */
        TEXT,
        /** By likeness of meaning only; by words where meaning is not at hand. */
        MEANING
    }

    /** Orders of hits. */
    public enum Sort {
        /** Best match first; newest first when there is no text. */
        RELEVANCE,
        /** By the day the source came out, latest first, undated last. */
        NEWEST,
        /** By independent voices behind what a claim says, most first. */
        VOICES
    }

    /**
     * From one day to another, both included.
     *
     * @param from first day; null for no beginning
     * @param to last day; null for no end
     */
    public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
        /** Any time. */
        public static final Period ANY = new Period(null, null);

        /** Refuses an end before the beginning. */
        public Period {
            if (from != null && to != null && to.isBefore(from)) {
                throw Parameters.refused("to", to.toString(), "give a day not before from " + from);
            }
        }

        /** Whether it bounds anything. */
        public boolean isBounded() {
            return from != null || to != null;
        }
    }

    /**
     * How claims must be backed.
     *
     * @param contested only claims with (true) or without (false) a contested link; null for both
     * @param minVoices fewest voices; null for any
     */
    public record Evidence(
            @Nullable Boolean contested, @Nullable Integer minVoices) {
        /** However backed. */
        public static final Evidence ANY = new Evidence(null, null);
    }

    /**
     * A page of hits.
     *
     * @param sort the order
     * @param limit most hits, 1 to 100
     * @param cursor where the last page ended, as its answer said; null for the first page
     */
    public record Page(Sort sort, int limit, @Nullable String cursor) {
        /** The first 20 by relevance. */
        public static final Page FIRST = new Page(Sort.RELEVANCE, HITS_DEFAULT, null);

        /** Checks the bounds. */
        public Page {
            Parameters.range("limit", limit, 1, HITS_LIMIT);
            if (cursor != null && cursor.length() > CURSOR_LIMIT_CHARACTERS) {
                throw Parameters.refused("cursor", cursor, "give one that an answer gave, or leave it out");
            }
        }
    }

    /** Checks the lengths and copies the filters. */
    public SearchQuery {
        if (text.length() > TEXT_LIMIT_CHARACTERS) {
            throw Parameters.refused(
                    "q", text, "give at most " + TEXT_LIMIT_CHARACTERS + " characters instead of " + text.length());
        }
        Map<SearchField, List<String>> copy = new EnumMap<>(SearchField.class);
        filters.forEach((field, values) -> copy.put(field, checked(field, values)));
        filters = Map.copyOf(copy);
    }

    private static List<String> checked(SearchField field, List<String> values) {
        if (values.isEmpty() || values.size() > VALUES_LIMIT) {
            throw Parameters.refused(field.code(), values.size() + " values", "give 1 to " + VALUES_LIMIT);
        }
        for (String value : values) {
            if (value.isBlank() || value.length() > Limits.LABEL_CHARACTERS) {
                throw Parameters.refused(field.code(), value, "give 1 to " + Limits.LABEL_CHARACTERS + " characters");
            }
        }
        return values.stream().distinct().sorted().toList();
    }

    /** A search for this text with nothing else asked. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, Map.of(), Period.ANY, Evidence.ANY, Page.FIRST, Mode.HYBRID);
    }

    /** The same, narrowed by one more value. */
    public SearchQuery with(SearchField field, String value) {
        Map<SearchField, List<String>> more = new EnumMap<>(SearchField.class);
        more.putAll(filters);
        List<String> values = new ArrayList<>(more.getOrDefault(field, List.of()));
        values.add(value);
        more.put(field, values);
        return new SearchQuery(text, more, period, evidence, page, mode);
    }

    /** The same within this period. */
    public SearchQuery within(Period bounds) {
        return new SearchQuery(text, filters, bounds, evidence, page, mode);
    }

    /** Another page of the same. */
    public SearchQuery page(Page other) {
        return new SearchQuery(text, filters, period, evidence, other, mode);
    }

    /** The same, matched so. */
    public SearchQuery by(Mode other) {
        return new SearchQuery(text, filters, period, evidence, page, other);
    }

    /** The same, backed so. */
    public SearchQuery backed(Evidence other) {
        return new SearchQuery(text, filters, period, other, page, mode);
    }
}
