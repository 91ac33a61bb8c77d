package dev.clew.brief;

import dev.clew.model.EdgeDifference;
import dev.clew.model.EdgeName;
import dev.clew.model.RecordName;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A brief in words, the same on a page, in a feed and on a terminal.
 *
 * @param labels the label of a record, or its id
 * @param relations the relation types of this release
 */
public record BriefText(Function<RecordName, String> labels, Relations relations) {
    /** What is followed, by name. */
    public String label(Follow follow) {
        return switch (follow.kind()) {
            case RELATION -> relation(follow.id());
            case PODCAST -> labels.apply(RecordName.source(follow.id()));
            default -> labels.apply(RecordName.entity(follow.id()));
        };
    }

    /** What is watched, by name. */
    public String label(Watch watch) {
        return switch (watch) {
            case Watch.Paths paths ->
                "Paths from " + labels.apply(RecordName.entity(paths.from())) + " to "
                        + labels.apply(RecordName.entity(paths.to()));
            case Watch.Edge of -> edge(of.edge());
            case Watch.Search of -> "Search for “" + of.text() + "”";
        };
    }

    /** Where a page shows what is followed, from the root of this installation. */
    public static String page(Follow follow) {
        return switch (follow.kind()) {
            case RELATION -> "/relations/" + follow.id();
            case PODCAST -> "/source/" + follow.id();
            case TOPIC -> "/topics/" + follow.id();
            default -> "/entity/" + follow.id();
        };
    }

    /** Where a page shows what is watched, from the root of this installation. */
    public static String page(Watch watch) {
        return switch (watch) {
            case Watch.Paths paths -> "/paths?from=" + paths.from() + "&to=" + paths.to();
            case Watch.Edge of ->
                "/paths?from=" + of.edge().subject() + "&to=" + of.edge().object();
            case Watch.Search of -> "/search?q=" + URLEncoder.encode(of.text(), StandardCharsets.UTF_8);
        };
    }

    private String relation(String id) {
        return relations
                .find(id)
                .map(RelationType::wording)
                .map(RelationType.Wording::label)
                .orElse(id);
    }

    /** A reason as a sentence without a full stop. */
    public String because(Because because) {
        return switch (because.kind()) {
            case FOLLOWED -> followed(Objects.requireNonNull(because.followed()));
            case TURNED -> "Turns the sign of " + edge(because);
            case CONTESTED -> "Makes contested: " + edge(because);
            case CONTRADICTS -> "Contradicts another claim";
            case SECOND_VOICE -> "Brings a further voice for what rested on one: " + edge(because);
            case NEW_CONNECTION -> "Makes a new connection: " + edge(because);
            case NUMBER -> "Gives a number";
            case QUOTED -> "Can be checked word by word";
            case TIMED -> "Can be heard at its second";
            case PLAIN -> "Is said plainly";
            case RECENT -> "Is of these days";
        };
    }

    private String followed(Follow follow) {
        String name = label(follow);
        return switch (follow.kind()) {
            case ENTITY -> "You follow " + name;
            case RELATION -> "You follow what “" + name + "”";
            case TOPIC -> "You follow the topic " + name;
            case HOLDER -> "You follow what " + name + " believes";
            case SPEAKER -> "You follow what " + name + " says";
            case PODCAST -> "You follow the podcast " + name;
        };
    }

    private String edge(Because because) {
        return edge(Objects.requireNonNull(because.edge()));
    }

    /** A connection, such as "Compute – enables → AI sovereignty". */
    public String edge(EdgeName edge) {
        return labels.apply(RecordName.entity(edge.subject())) + " – " + relation(edge.relation()) + " → "
                + labels.apply(RecordName.entity(edge.object()));
    }

    /** Where a reader can see whether a reason holds: a call of this installation, from its root. */
    public static String check(Because because, Brief.Item item, Edition edition) {
        EdgeName edge = because.edge();
        EdgeDifference.Kind difference = because.difference();
        if (edge != null && difference != null) {
            return "/api/diff?from=" + edition.since() + "&to=" + edition.change() + "&entity=" + edge.subject()
                    + "&kind=" + difference.code();
        }
        return because.kind() == Because.Kind.RECENT
                ? "/api/changes/" + item.change()
                : "/api/insights/" + item.insight().id();
    }

    /** What a brief has to say of itself: why it has fewer claims than were asked for, or none. */
    public static String says(Brief brief) {
        int claims = brief.edition().claims();
        if (claims == 0) {
            return "Nothing is new since change " + brief.edition().since() + ".";
        }
        Brief.Matching matching = brief.matching();
        if (matching.followed() == 0) {
            return counted(claims) + " new, and none has anything that is followed.";
        }
        return counted(claims) + " new, of which " + matching.followed() + (matching.followed() == 1 ? " has" : " have")
                + " something that is followed" + leftOut(matching) + "; "
                + brief.items().size() + " chosen" + fewer(brief) + ".";
    }

    private static String leftOut(Brief.Matching matching) {
        List<String> parts = new ArrayList<>();
        if (matching.had() > 0) {
            parts.add(matching.had() + " sent before");
        }
        if (matching.muted() > 0) {
            parts.add(matching.muted() + " with something muted");
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private static String fewer(Brief brief) {
        boolean isSpread = brief.items().size() < Math.min(brief.matching().open(), Brief.LIMIT_DEFAULT);
        return isSpread ? ", for no more than two come from one podcast, and what says the same stands once" : "";
    }

    private static String counted(int claims) {
        return claims == 1 ? "1 claim is" : claims + " claims are";
    }
}
