package dev.clew.sparql.guard;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

/**
 * REGEX and REPLACE (SPARQL 1.1, sections 17.4.3.14 and 17.4.3.15) with pattern and text bounded, and every character that
 * is looked at counted as a step; so a pattern that tries every way ends with the query's time. For one evaluation.
 */
final class BoundedPatterns {
    /** Most characters of a text that a pattern is tried on. */
    private static final int LIMIT_TEXT = 100_000;

    private final Budget budget;
    private @Nullable Compiled last;

    BoundedPatterns(Budget budget) {
        this.budget = budget;
    }

    private record Compiled(String text, String flags, Pattern pattern) {
        boolean is(String otherText, String otherFlags) {
            return text.equals(otherText) && flags.equals(otherFlags);
        }
    }

    NodeValue matches(List<NodeValue> arguments) {
        Node text = NodeValueOps.checkAndGetStringLiteral("REGEX", arguments.getFirst());
        Matcher matcher = matcher("REGEX", arguments.subList(1, arguments.size()), text);
        return NodeValue.booleanReturn(guarded(matcher));
    }

    NodeValue replace(List<NodeValue> arguments) {
        Node text = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.getFirst());
        String by = string("REPLACE", arguments.get(2));
        List<NodeValue> pattern =
                arguments.size() > 3 ? List.of(arguments.get(1), arguments.get(3)) : List.of(arguments.get(1));
        Matcher matcher = matcher("REPLACE", pattern, text);
        StringBuilder made = new StringBuilder();
        boolean found = false;
        while (guarded(matcher)) {
            if (found && matcher.start() == matcher.end()) {
                continue;
            }
            found = true;
            append(matcher, made, by);
        }
        return found ? alike(text, matcher.appendTail(made).toString()) : arguments.getFirst();
    }

    private void append(Matcher matcher, StringBuilder made, String by) {
        try {
            int before = made.length();
            matcher.appendReplacement(made, by);
            budget.make(made.length());
            budget.make(made.length() - (long) before);
        } catch (IndexOutOfBoundsException | IllegalArgumentException noSuchGroup) {
            throw new ExprEvalException("REPLACE: bad replacement: " + by, noSuchGroup);
        }
    }

    private static NodeValue alike(Node text, String made) {
        return NodeValue.makeNode(NodeFactory.createLiteral(
                made, text.getLiteralLanguage(), text.getLiteralBaseDirection(), text.getLiteralDatatype()));
    }

    private boolean guarded(Matcher matcher) {
        try {
            return matcher.find();
        } catch (StackOverflowError tooDeep) {
            throw budget.ended(new ClewException(
                    ErrorCode.TOO_COSTLY,
                    "A pattern of the query goes too deep into a text: use fewer alternatives under a repetition.",
                    tooDeep));
        }
    }

    private Matcher matcher(String function, List<NodeValue> pattern, Node text) {
        String characters = text.getLiteralLexicalForm();
        if (characters.length() > LIMIT_TEXT) {
            throw budget.ended(new ClewException(
                    ErrorCode.TOO_COSTLY,
                    function + " is tried on a text of " + characters.length() + " characters; the limit is "
                            + LIMIT_TEXT + ": shorten it with SUBSTR."));
        }
        String flags = pattern.size() > 1 ? string(function, pattern.get(1)) : "";
        return compiled(function, string(function, pattern.getFirst()), flags).matcher(new Steps(characters));
    }

    private Pattern compiled(String function, String text, String flags) {
        Compiled known = last;
        if (known != null && known.is(text, flags)) {
            return known.pattern();
        }
        requireAllowed(text);
        Pattern pattern = RegexEngine.makePattern(function, text, flags.isEmpty() ? null : flags);
        last = new Compiled(text, flags, pattern);
        return pattern;
    }

    private void requireAllowed(String pattern) {
        try {
            PatternRules.check(pattern);
        } catch (ClewException refused) {
            throw budget.ended(refused);
        }
    }

    private static String string(String function, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }

    /** A text that counts each look at one of its characters. */
    private final class Steps implements CharSequence {
        private final CharSequence text;

        Steps(CharSequence text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.step();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
