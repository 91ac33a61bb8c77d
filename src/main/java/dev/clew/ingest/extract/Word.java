package dev.clew.ingest.extract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or mark of a text.
 *
 * @param text as written
 * @param lower in lower case, without accents and possessive
 * @param start where it begins, in characters
 * @param end where it ends
 */
record Word(String text, String lower, int start, int end) {
    /** Its repetitions give nothing back, so that a word of any length takes no stack. */
    private static final Pattern WORDS =
            Pattern.compile("[$€£]?[\\p{L}\\p{N}]+(?:[.,]\\p{N}+)*+(?:[-'’&][\\p{L}\\p{N}]+)*+%?|[^\\s\\p{L}\\p{N}]+");

    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    static List<Word> all(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            words.add(new Word(matcher.group(), lower(matcher.group()), matcher.start(), matcher.end()));
        }
        return words;
    }

    private static String lower(String word) {
        String plain = word;
        if (!isAscii(word)) {
            plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                    .replaceAll("");
        }
        return POSSESSIVE
                .matcher(plain.toLowerCase(Locale.ROOT).replace('’', '\''))
                .replaceAll("");
    }

    private static boolean isAscii(String word) {
        return word.chars().allMatch(c -> c < 128);
    }

    /** The word without the ending of its plural, so that "GPUs" and "policies" are found as "GPU" and "policy". */
    String stem() {
        return stem(lower);
    }

    static String stem(String lower) {
        int length = lower.length();
        if (length > 4 && lower.endsWith("ies")) {
            return lower.substring(0, length - 3) + "y";
        }
        if (length > 4 && (lower.endsWith("ches") || lower.endsWith("shes") || lower.endsWith("sses"))) {
            return lower.substring(0, length - 2);
        }
        boolean plural = length > 3 && lower.endsWith("s");
        return plural && !lower.endsWith("ss") && !lower.endsWith("us") && !lower.endsWith("is")
                ? lower.substring(0, length - 1)
                : lower;
    }

    boolean isMark() {
        return !Character.isLetterOrDigit(text.charAt(text.length() - 1)) && !Character.isLetterOrDigit(text.charAt(0));
    }

    boolean isCapital() {
        return Character.isUpperCase(text.charAt(0));
    }
}
