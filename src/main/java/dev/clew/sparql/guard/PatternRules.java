package dev.clew.sparql.guard;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Refuses patterns of REGEX and REPLACE that try a number of ways that doubles with each character: a repetition of what
 * repeats, such as {@code (a+)+}. Linear in the pattern, no recursion.
 */
public final class PatternRules {
    /** Most characters of a pattern. */
    public static final int LIMIT_PATTERN = 1_000;
    /** Deepest nesting of groups in a pattern. */
    public static final int LIMIT_GROUPS = 20;
    /** Repeating a part that repeats at most so often is let pass. */
    private static final int FEW = 3;

    private final String pattern;
    private final Deque<Boolean> groups = new ArrayDeque<>();
    private boolean repeats;
    private int at;

    private PatternRules(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Refuses a pattern that breaks a rule.
     *
     * @throws ClewException (bad-request) naming the rule
     */
    public static void check(String pattern) {
        if (pattern.length() > LIMIT_PATTERN) {
            throw refuse("is longer than the limit of " + LIMIT_PATTERN + " characters", "shorten it");
        }
        PatternRules rules = new PatternRules(pattern);
        while (rules.at < pattern.length()) {
            rules.step();
        }
    }

    private void step() {
        char c = pattern.charAt(at);
        at++;
        switch (c) {
            case '\\' -> at++;
            case '[' -> skipClass();
            case '(' -> open();
            case ')' -> close();
            default -> repeats |= isQuantifier(at - 1);
        }
    }

    private void open() {
        groups.push(repeats);
        repeats = false;
        if (groups.size() > LIMIT_GROUPS) {
            throw refuse("nests groups deeper than the limit of " + LIMIT_GROUPS, "flatten it");
        }
    }

    private void close() {
        if (groups.isEmpty()) {
            return;
        }
        if (repeats && isQuantifier(at)) {
            throw refuse(
                    "repeats what already repeats; nested repetitions are limited to 0",
                    "write one repetition, such as a+ for (a+)+");
        }
        repeats |= groups.pop();
    }

    private void skipClass() {
        int depth = 1;
        at += at < pattern.length() && pattern.charAt(at) == '^' ? 2 : 1;
        while (at < pattern.length() && depth > 0) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            }
            at++;
        }
    }

    /** Whether more than a few repetitions are asked for at this place. */
    private boolean isQuantifier(int position) {
        if (position >= pattern.length()) {
            return false;
        }
        char c = pattern.charAt(position);
        if (c == '*' || c == '+') {
            return true;
        }
        int end = c == '{' ? pattern.indexOf('}', position) : -1;
        return end > 0 && isMany(pattern.substring(position + 1, end));
    }

    private static boolean isMany(String bounds) {
        if (!bounds.matches("\\d+(,\\d*)?")) {
            return false;
        }
        String most = bounds.substring(bounds.indexOf(',') + 1);
        return most.isEmpty() || most.length() > 1 || Integer.parseInt(most) > FEW;
    }

    private static ClewException refuse(String what, String advice) {
        return new ClewException(ErrorCode.BAD_REQUEST, "A pattern of REGEX or REPLACE " + what + ": " + advice + ".");
    }
}
