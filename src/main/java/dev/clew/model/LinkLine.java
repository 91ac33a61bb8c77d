package dev.clew.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A link as a curator writes it: {@code compute > enables > sovereignty{owned-hardware} @partner-nations}.
 *
 * <p>{@code !} before it denies it, {@code ~} gives it no direction; braces hold a framing; each {@code @} adds where (an
 * entity), when (a year, date or interval such as {@code 2020/2025}) or, in quotation marks, under which condition.
 *
 * @param subject as written: an id, or a name for others to look up
 * @param relation as written: an id, a label, an alias, or an inverse label, which turns the link around
 * @param object as written
 * @param marks what stands before it
 * @param scope where, when and under which condition
 */
public record LinkLine(End subject, String relation, End object, Marks marks, Scope scope) {
    /** The longest line that is read. */
    public static final int LIMIT_CHARACTERS = 2000;

    private static final String END = "([^>{}@\";]+?)\\s*(?:\\{\\s*([^>{}@\";]+?)\\s*})?";
    private static final String SCOPE = "@(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^\\s@\"{}>]++))";
    private static final Pattern LINE = Pattern.compile(
            "\\s*([!~]?)\\s*([!~]?)\\s*" + END + "\\s*>\\s*([^>{}@\";]+?)\\s*>\\s*" + END + "((?:\\s+" + SCOPE
                    + ")*)\\s*",
            Pattern.DOTALL);
    private static final Pattern SCOPES = Pattern.compile(SCOPE, Pattern.DOTALL);
    private static final String ENTITY = "entity/";

    /**
     * An end as written.
     *
     * @param name the id or name of an entity
     * @param framing the local id of a framing; null when none is written
     */
    public record End(String name, @Nullable String framing) {}

    /**
     * What stands before a link.
     *
     * @param denied whether it is denied
     * @param undirected whether it is given no direction
     */
    public record Marks(boolean denied, boolean undirected) {}

    /**
     * Reads one link.
     *
     * @throws ClewException (invalid) saying how a link is written
     */
    public static LinkLine parse(String text) {
        Matcher line = LINE.matcher(text);
        if (text.length() > LIMIT_CHARACTERS || !line.matches()) {
            throw ClewException.invalid(
                    "", "must read subject > relation > object, such as compute > enables > sovereignty", text);
        }
        List<String> marks = List.of(line.group(1), line.group(2));
        return new LinkLine(
                new End(line.group(3), line.group(4)),
                line.group(5),
                new End(line.group(6), line.group(7)),
                new Marks(marks.contains("!"), marks.contains("~")),
                scope(line.group(8)));
    }

    private static Scope scope(String text) {
        String where = null;
        String period = null;
        String condition = null;
        Matcher scopes = SCOPES.matcher(text);
        while (scopes.find()) {
            String quoted = scopes.group(1);
            String word = scopes.group(2);
            if (quoted != null) {
                condition = once(condition, quoted.replaceAll("\\\\(.)", "$1"), "condition");
            } else if (Scope.isPeriod(word)) {
                period = once(period, word, "period");
            } else {
                where = once(where, word.startsWith(ENTITY) ? word.substring(ENTITY.length()) : word, "place");
            }
        }
        return new Scope(where, period, condition);
    }

    private static String once(@Nullable String before, String value, String what) {
        if (before != null) {
            throw ClewException.invalid("scope", "names a second " + what + ": keep one, or write two links", value);
        }
        return value;
    }

    /**
     * The link it states.
     *
     * @param relations the relation types of this release
     * @param entities gives the id of an entity for a name as written
     * @throws ClewException (invalid) for an unknown relation, and as {@code entities} does
     */
    public Link link(Relations relations, UnaryOperator<String> entities) {
        Found found = find(relations);
        Sign sign = marks.undirected() ? Sign.ZERO : found.type().defaultSign();
        Link.End first = new Link.End(entities.apply(subject.name()), subject.framing());
        Link.End second = new Link.End(entities.apply(object.name()), object.framing());
        return new Link(
                found.turned() ? second : first,
                found.type().id(),
                found.turned() ? first : second,
                new Link.Stance(sign, marks.denied()),
                scope);
    }

    private record Found(RelationType type, boolean turned) {}

    private Found find(Relations relations) {
        String wanted = relation.strip().toLowerCase(Locale.ROOT);
        Optional<Found> found = relations
                .find(wanted)
                .or(() -> relations.all().stream()
                        .filter(type -> words(type).contains(wanted))
                        .findFirst())
                .map(type -> new Found(type, false))
                .or(() -> relations.all().stream()
                        .filter(type -> type.wording().inverseLabel().equalsIgnoreCase(wanted))
                        .findFirst()
                        .map(type -> new Found(type, true)));
        return found.orElseThrow(() -> {
            String known = String.join(
                    ", ", relations.all().stream().map(RelationType::id).toList());
            return ClewException.invalid("relation", "is no relation; there are: " + known, relation);
        });
    }

    private static List<String> words(RelationType type) {
        List<String> words = new ArrayList<>(List.of(type.wording().label()));
        words.addAll(type.wording().aliases());
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /**
     * A link in this form, by ids.
     *
     * @throws ClewException (invalid) for a relation that is none, or a sign that it does not allow
     */
    public static String write(Link link, Relations relations) {
        RelationType type = relations
                .find(link.relation())
                .filter(found -> found.allows(link.sign()))
                .orElseThrow(() ->
                        ClewException.invalid("relation", "has another sign than this: correct it", link.relation()));
        StringBuilder line = new StringBuilder();
        line.append(link.denied() ? "!" : "").append(link.sign() == type.defaultSign() ? "" : "~");
        write(link.subject(), line);
        line.append(" > ").append(link.relation()).append(" > ");
        write(link.object(), line);
        write(link.scope(), line);
        return line.toString();
    }

    private static void write(Link.End end, StringBuilder line) {
        line.append(end.entity());
        if (end.framing() != null) {
            line.append('{').append(end.framing()).append('}');
        }
    }

    private static void write(Scope scope, StringBuilder line) {
        String where = scope.where();
        if (where != null) {
            line.append(" @").append(Scope.isPeriod(where) ? ENTITY : "").append(where);
        }
        if (scope.period() != null) {
            line.append(" @").append(scope.period());
        }
        String condition = scope.condition();
        if (condition != null) {
            String escaped = condition.replace("\\", "\\\\").replace("\"", "\\\"");
            line.append(" @\"").append(escaped).append('"');
        }
    }
}
