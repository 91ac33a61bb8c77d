package dev.clew.ingest.extract;

import dev.clew.ingest.extract.Linking.Told;
import dev.clew.ingest.extract.RelationCues.Cue;
import dev.clew.ingest.extract.RelationCues.Form;
import dev.clew.model.Relations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is told of a change and its reason: "sovereignty grows because of compute", "the rise of compute through public
 * funding".
 */
final class Changes {
    private static final Set<String> UP =
            Words.of("grows grow grew grown growing rises rise rose risen rising increases "
                    + "increase increased increasing expands expand expanded expanding soars soared");
    private static final Set<String> DOWN = Words.of(
            "shrinks shrink shrank shrunk shrinking falls fall fell fallen falling "
                    + "declines decline declined declining drops drop dropped dropping decreases decrease decreased decreasing");
    private static final Set<String> RISE = Words.of("growth rise increase expansion spread surge");
    private static final Set<String> FALL = Words.of("decline fall loss erosion drop decrease decay");
    private static final Set<String> OF = Words.of("of in");
    private static final List<List<String>> BECAUSE =
            split("because of", "due to", "thanks to", "owing to", "as a result of");
    private static final List<List<String>> THROUGH = split("through", "driven by", "caused by", "brought about by");

    private final Relations relations;

    Changes(Relations relations) {
        this.relations = relations;
    }

    private static List<List<String>> split(String... phrases) {
        return Stream.of(phrases).map(each -> List.of(each.split(" "))).toList();
    }

    /** A reason that is given, and the thing by which a change came. */
    private record Reason(int from, int to, boolean through, Mention cause) {}

    /** All that a text tells so. */
    List<Told> told(Text text) {
        List<Told> all = new ArrayList<>();
        for (int at = 1; at < text.words().size(); at++) {
            reason(at, text).flatMap(each -> told(each, text)).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<Reason> reason(int at, Text text) {
        Optional<List<String>> through = said(THROUGH, at, text);
        return said(BECAUSE, at, text).or(() -> through).flatMap(phrase -> {
            int to = at + phrase.size();
            return Targets.nearest(to, text)
                    .filter(each -> Targets.ends(each.to(), text))
                    .map(each -> new Reason(at, to, through.isPresent(), each));
        });
    }

    private static Optional<List<String>> said(List<List<String>> phrases, int at, Text text) {
        return phrases.stream()
                .filter(each -> Words.match(each, text.words(), at))
                .findFirst();
    }

    private Optional<Told> told(Reason reason, Text text) {
        Optional<Mention> changed = text.last(reason.from());
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        int of = text.beforeArticles(changed.get().from());
        boolean noun = text.is(of, OF) && (text.is(of - 1, RISE) || text.is(of - 1, FALL));
        int verb = verb(reason.from(), changed.get().to(), text);
        boolean named = noun && verb < 0;
        boolean said = verb >= 0 && !noun && !reason.through() && Wholes.isWhole(changed.get(), text);
        if (!named && !said) {
            return Optional.empty();
        }
        boolean less = named ? text.is(of - 1, FALL) : text.is(verb, DOWN);
        Optional<Cue> cue = relations
                .find(less ? "reduces" : "increases")
                .map(each -> new Cue(each, true, said ? verb : reason.from(), reason.to(), Form.PLAIN, List.of()));
        List<Word> between = text.between(changed.get().to(), said ? verb : reason.from());
        return cue.filter(each -> Subjects.leads(between, each, text))
                .flatMap(each -> Subjects.side(List.of(changed.get()), text, Subjects.denies(between))
                        .map(before -> new Told(each, before, List.of(reason.cause()))));
    }

    /** The verb of change right before a reason, but for how it changed; −1 where there is none. */
    private static int verb(int reason, int least, Text text) {
        int at = reason - 1;
        while (at > least && text.words().get(at).lower().endsWith("ly")) {
            at--;
        }
        return at >= least && (text.is(at, UP) || text.is(at, DOWN)) ? at : -1;
    }
}
