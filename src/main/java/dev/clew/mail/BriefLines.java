package dev.clew.mail;

import dev.clew.brief.Brief;
import dev.clew.brief.BriefText;
import dev.clew.brief.ReaderBrief;
import dev.clew.mail.LetterText.Reason;
import dev.clew.mail.LetterText.Reasons;
import dev.clew.mail.LetterText.Shown;
import dev.clew.model.Belief;
import dev.clew.model.ClewRecord;
import dev.clew.model.Insight;
import dev.clew.model.Passage;
import dev.clew.model.RecordName;
import dev.clew.model.Source;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a brief into the lines of a letter.
 *
 * @param text names things and says reasons
 * @param library reads published records
 * @param base the address of this installation, ending in a slash
 */
public record BriefLines(BriefText text, Function<RecordName, Optional<ClewRecord>> library, URI base) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int MINUTE = 60;

    LetterText of(ReaderBrief brief, URI page, URI leave) {
        List<Shown> claims =
                brief.brief().items().stream().map(item -> shown(item, brief)).toList();
        List<String> told =
                brief.told().stream().flatMap(each -> each.lines().stream()).toList();
        return new LetterText(
                BriefText.says(brief.brief()),
                claims,
                told,
                new LetterText.Links(
                        page.toString(),
                        "Change what you follow, when you read, or delete all of it",
                        leave.toString()),
                "You get this because you asked for it at " + base + ".");
    }

    private Shown shown(Brief.Item item, ReaderBrief brief) {
        Insight insight = item.insight();
        List<Reason> reasons = item.because().stream()
                .map(because -> new Reason(
                        text.because(because),
                        because.points(),
                        address(BriefText.check(because, item, brief.brief().edition()))))
                .toList();
        return new Shown(
                insight.claim().text(),
                address("/insight/" + insight.id()),
                origin(insight),
                listen(insight),
                item.alsoSaidBy().stream().flatMap(this::alsoSaid).toList(),
                new Reasons(item.counterView(), reasons));
    }

    private String address(String place) {
        return base.resolve(place.substring(1)).toString();
    }

    private Stream<String> alsoSaid(String id) {
        return library.apply(RecordName.insight(id)).stream().map(record -> origin((Insight) record));
    }

    /** Such as "Said by Jane Roe, believed by the ministry, in “The hour”, 2 May 2026, at 12:34". */
    private String origin(Insight insight) {
        List<String> parts = new ArrayList<>();
        Belief belief = insight.belief();
        add(parts, "said by ", belief.speaker());
        if (!Objects.equals(belief.speaker(), belief.holder())) {
            add(parts, "believed by ", belief.holder());
        }
        RecordName source = RecordName.source(insight.passage().source());
        parts.add("in “" + text.labels().apply(source) + "”");
        source(insight).map(found -> found.publication().date()).ifPresent(day -> parts.add(DAY.format(day)));
        start(insight.passage()).ifPresent(second -> parts.add("at " + clock(second)));
        String line = String.join(", ", parts);
        return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
    }

    private void add(List<String> parts, String words, @Nullable String entity) {
        if (entity != null) {
            parts.add(words + text.labels().apply(RecordName.entity(entity)));
        }
    }

    private @Nullable String listen(Insight insight) {
        String enclosure =
                source(insight).map(found -> found.publication().enclosure()).orElse(null);
        Optional<Integer> start = start(insight.passage());
        return enclosure == null || start.isEmpty() || enclosure.contains("#")
                ? enclosure
                : enclosure + "#t=" + start.get();
    }

    private Optional<Source> source(Insight insight) {
        return library.apply(RecordName.source(insight.passage().source())).map(Source.class::cast);
    }

    private static Optional<Integer> start(Passage passage) {
        return Optional.ofNullable(passage.span()).map(Passage.Span::start);
    }

    private static String clock(int second) {
        int minutes = second / MINUTE;
        return minutes < MINUTE
                ? String.format(Locale.ROOT, "%d:%02d", minutes, second % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / MINUTE, minutes % MINUTE, second % MINUTE);
    }
}
