package dev.clew.web.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of several media types to answer with, by an {@code Accept} header (RFC 9110, section 12.5.1).
 *
 * <p>The most specific range that matches a type decides its quality; the highest quality wins, ties by the order of
 * the offer. A malformed range counts for nothing.
 */
public final class Negotiation {
    private record Range(String type, String subtype, double quality) {
        boolean matches(String mediaType) {
            int slash = mediaType.indexOf('/');
            return (type.equals("*") || type.equals(mediaType.substring(0, slash)))
                    && (subtype.equals("*") || subtype.equals(mediaType.substring(slash + 1)));
        }

        int specificity() {
            return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
        }
    }

    private Negotiation() {}

    /**
     * The media type to answer with.
     *
     * @param accept the header; blank means anything
     * @param offer what can be given, the preferred first, without parameters
     * @return empty when nothing on offer is acceptable
     */
    public static Optional<String> choose(String accept, List<String> offer) {
        if (accept.isBlank()) {
            return offer.stream().findFirst();
        }
        List<Range> ranges = parse(accept);
        String best = "";
        double bestQuality = 0;
        for (String mediaType : offer) {
            double quality = quality(ranges, mediaType);
            if (quality > bestQuality) {
                best = mediaType;
                bestQuality = quality;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static double quality(List<Range> ranges, String mediaType) {
        return ranges.stream()
                .filter(range -> range.matches(mediaType))
                .max(Comparator.comparingInt(Range::specificity))
                .map(Range::quality)
                .orElse(0.0);
    }

    private static List<Range> parse(String accept) {
        List<Range> ranges = new ArrayList<>();
        for (String part : accept.toLowerCase(Locale.ROOT).split(",")) {
            String[] pieces = part.split(";");
            String[] names = pieces[0].strip().split("/", -1);
            if (names.length == 2 && !names[0].isEmpty() && !names[1].isEmpty()) {
                ranges.add(new Range(names[0], names[1], quality(pieces)));
            }
        }
        return ranges;
    }

    private static double quality(String[] pieces) {
        for (int i = 1; i < pieces.length; i++) {
            String piece = pieces[i].strip();
            if (piece.matches("q=[01](\\.\\d{0,3})?")) {
                return Math.min(1, Double.parseDouble(piece.substring(2)));
            }
        }
        return 1;
    }
}
