package dev.clew.exchange;

import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Certainty;
import dev.clew.model.Claim;
import dev.clew.model.ClaimType;
import dev.clew.model.ClewException;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Passage;
import dev.clew.model.Rank;
import dev.clew.model.Relations;
import dev.clew.model.Subjects;
import org.jspecify.annotations.Nullable;

/** An insight in JSON. */
final class InsightJson {
    private InsightJson() {}

    static void write(Insight insight, JsonObjects out) {
        out.text("text", insight.claim().text())
                .text("language", insight.claim().language())
                .text("claimType", insight.claim().type().code())
                .text("certainty", insight.claim().certainty().code())
                .text("holder", insight.belief().holder())
                .text("speaker", insight.belief().speaker())
                .text("attribution", insight.belief().attribution().code());
        writePassage(insight.passage(), out);
        out.objects("links", insight.links(), LinkJson::write)
                .objects("quantities", insight.quantities(), QuantityJson::write)
                .texts("supports", insight.references().supports())
                .texts("contradicts", insight.references().contradicts())
                .texts("refines", insight.references().refines())
                .texts("cites", insight.references().cites())
                .texts("rivals", insight.references().rivals())
                .texts("topics", insight.subjects().topics())
                .texts("mentions", insight.subjects().mentions())
                .text("note", insight.note())
                .text(
                        "rank",
                        insight.claim().rank() == Rank.NORMAL
                                ? null
                                : insight.claim().rank().code());
    }

    private static void writePassage(Passage passage, JsonObjects out) {
        out.text("source", passage.source());
        Passage.Span span = passage.span();
        if (span != null) {
            out.whole("start", span.start()).whole("end", span.end()).whole("startPrecision", span.startPrecision());
        }
        out.text("quote", passage.quote()).text("grounding", passage.grounding().code());
    }

    static Insight read(String id, JsonFields fields, Relations relations) {
        return new Insight(
                id,
                new Claim(
                        fields.requiredText("text"),
                        fields.text("language", "en"),
                        fields.choice("claimType", ClaimType.REPORT),
                        fields.choice("certainty", Certainty.PLAIN),
                        fields.choice("rank", Rank.NORMAL)),
                new Belief(
                        fields.text("holder"), fields.text("speaker"), fields.choice("attribution", Attribution.OWN)),
                passage(fields),
                fields.objects("links", link -> LinkJson.read(link, relations)),
                fields.objects("quantities", QuantityJson::read),
                references(fields),
                new Subjects(fields.texts("topics"), fields.texts("mentions")),
                fields.text("note"));
    }

    private static InsightReferences references(JsonFields fields) {
        return new InsightReferences(
                fields.texts("supports"),
                fields.texts("contradicts"),
                fields.texts("refines"),
                fields.texts("cites"),
                fields.texts("rivals"));
    }

    private static Passage passage(JsonFields fields) {
        Passage passage = new Passage(fields.requiredText("source"), span(fields), fields.text("quote"));
        String stated = fields.text("grounding");
        if (stated != null && !stated.equals(passage.grounding().code())) {
            throw ClewException.invalid(
                    "grounding",
                    "follows from quote and start and is " + passage.grounding().code() + " here: leave it out",
                    stated);
        }
        return passage;
    }

    private static Passage.@Nullable Span span(JsonFields fields) {
        Integer start = fields.whole("start");
        Integer end = fields.whole("end");
        Integer precision = fields.whole("startPrecision");
        if (start != null) {
            return new Passage.Span(start, end, precision);
        }
        if (end != null || precision != null) {
            throw ClewException.invalid("start", "must be given where end or startPrecision is", String.valueOf(end));
        }
        return null;
    }
}
