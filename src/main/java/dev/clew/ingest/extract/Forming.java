package dev.clew.ingest.extract;

import dev.clew.ingest.extract.Linking.Found;
import dev.clew.model.Candidate;
import dev.clew.model.Certainty;
import dev.clew.model.Claim;
import dev.clew.model.ClaimType;
import dev.clew.model.Extractor.Spoken;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Link;
import dev.clew.model.Passage;
import dev.clew.model.Slug;
import dev.clew.model.Subjects;
import dev.clew.model.Transcript.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a sentence that was chosen into a claim that could be published. */
final class Forming {
    private final Spoken spoken;

    Forming(Spoken spoken) {
        this.spoken = spoken;
    }

    Candidate candidate(Looked looked, Map<Worth, Double> measures) {
        return new Candidate(
                insight(looked),
                looked.sentence().excerpt(),
                Scoring.sum(measures),
                measures.keySet().stream()
                        .filter(rule -> rule.weight() > 0)
                        .map(Worth::code)
                        .sorted()
                        .toList(),
                why(looked, measures));
    }

    private Insight insight(Looked looked) {
        String quote = looked.text();
        return insight(looked, new Claim(Phrases.restated(quote), "en", type(quote), certainty(quote)));
    }

    /** The claim with all that was found in its words. */
    Insight insight(Looked looked, Claim claim) {
        String quote = looked.text();
        Segment segment =
                spoken.transcript().segments().get(looked.sentence().excerpt().segment());
        List<Link> links = looked.links().stream().map(Found::link).toList();
        return new Insight(
                Slug.of(spoken.episode().id() + ' ' + quote),
                claim,
                looked.belief(),
                new Passage(spoken.episode().id(), span(segment, looked), quote),
                links,
                Amounts.of(looked.words(), looked.mentions()),
                InsightReferences.NONE,
                new Subjects(List.of(), mentions(looked)),
                null);
    }

    /** When the sentence begins: as far into its segment as its letters are. */
    private static Passage.@Nullable Span span(Segment segment, Looked looked) {
        Passage.Span span = segment.span();
        Integer end = span == null ? null : span.end();
        if (span == null || end == null) {
            return span;
        }
        double before =
                looked.sentence().excerpt().start() / (double) segment.text().length();
        int start = span.start() + (int) ((end - span.start()) * before);
        return new Passage.Span(start, end, span.startPrecision());
    }

    private static List<String> mentions(Looked looked) {
        Set<String> linked = new HashSet<>();
        looked.links().forEach(each -> {
            linked.add(each.link().subject().entity());
            linked.add(each.link().object().entity());
        });
        return looked.mentions().stream()
                .map(Mention::entity)
                .distinct()
                .filter(each -> !linked.contains(each))
                .toList();
    }

    private static ClaimType type(String text) {
        if (Phrases.RECOMMENDATION.matcher(text).find()) {
            return ClaimType.RECOMMENDATION;
        }
        if (Phrases.FORECAST.matcher(text).find()) {
            return ClaimType.FORECAST;
        }
        if (Phrases.CAUSAL_OPENING.matcher(text).find()) {
            return ClaimType.EXPLANATION;
        }
        return Phrases.OPINION.matcher(text).find() ? ClaimType.OPINION : ClaimType.REPORT;
    }

    private static Certainty certainty(String text) {
        return Phrases.HEDGE.matcher(text).find() ? Certainty.HEDGED : Certainty.PLAIN;
    }

    private static List<String> why(Looked looked, Map<Worth, Double> measures) {
        List<String> why = new ArrayList<>(named(looked));
        measures.keySet().stream()
                .filter(rule -> rule != Worth.LINK && rule != Worth.NAMES)
                .map(Worth::sentence)
                .forEach(why::add);
        return why;
    }

    /** The links and names that were found, a sentence each. */
    static List<String> named(Looked looked) {
        List<String> why = new ArrayList<>();
        looked.links()
                .forEach(each -> why.add("“" + each.cue() + "” says "
                        + each.link().subject().entity() + " > " + each.link().relation() + " > "
                        + each.link().object().entity() + "."));
        looked.mentions().stream()
                .distinct()
                .forEach(each -> why.add("“" + each.name() + "” names " + each.entity() + "."));
        return why;
    }
}
