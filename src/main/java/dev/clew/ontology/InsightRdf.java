package dev.clew.ontology;

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
import dev.clew.model.RecordType;
import dev.clew.model.Subjects;
import org.jspecify.annotations.Nullable;

/** An insight as triples and back. */
final class InsightRdf {
    private InsightRdf() {}

    static void write(Insight insight, Statements out) {
        Subject node = out.record().type(RecordClass.INSIGHT.node());
        Claim claim = insight.claim();
        node.text(Terms.TEXT, claim.text(), claim.language())
                .constant(Terms.CLAIM_TYPE, claim.type().code())
                .constant(Terms.CERTAINTY, claim.certainty().code())
                .entity(Terms.HOLDER, insight.belief().holder())
                .entity(Terms.SPEAKER, insight.belief().speaker())
                .constant(Terms.ATTRIBUTION, insight.belief().attribution().code())
                .text(Terms.NOTE, insight.note());
        if (insight.claim().rank() != Rank.NORMAL) {
            node.constant(Terms.RANK, insight.claim().rank().code());
        }
        writePassage(insight.passage(), node);
        insight.links().forEach(link -> LinkRdf.write(link, out, node));
        insight.quantities().forEach(quantity -> QuantityRdf.write(quantity, out, node));
        writeReferences(insight.references(), node);
        node.entities(Terms.TOPIC, insight.subjects().topics())
                .entities(Terms.MENTIONS, insight.subjects().mentions());
    }

    private static void writePassage(Passage passage, Subject node) {
        node.source(Terms.SOURCE, passage.source())
                .text(Terms.QUOTE, passage.quote())
                .constant(Terms.GROUNDING, passage.grounding().code());
        Passage.Span span = passage.span();
        if (span != null) {
            node.integer(Terms.START, span.start())
                    .integer(Terms.END, span.end())
                    .integer(Terms.START_PRECISION, span.startPrecision());
        }
    }

    private static void writeReferences(InsightReferences references, Subject node) {
        node.insights(Terms.SUPPORTS, references.supports())
                .insights(Terms.CONTRADICTS, references.contradicts())
                .insights(Terms.REFINES, references.refines())
                .insights(Terms.CITES, references.cites())
                .insights(Terms.RIVALS, references.rivals());
    }

    static Insight read(String id, Description node) {
        Description.Tagged text = node.requiredTagged(Terms.TEXT);
        Claim claim = new Claim(
                text.text(),
                text.language(),
                node.constant(Terms.CLAIM_TYPE, ClaimType.class),
                node.constant(Terms.CERTAINTY, Certainty.class),
                node.one(Terms.RANK) == null ? Rank.NORMAL : node.constant(Terms.RANK, Rank.class));
        Belief belief = new Belief(
                node.id(Terms.HOLDER, RecordType.ENTITY),
                node.id(Terms.SPEAKER, RecordType.ENTITY),
                node.constant(Terms.ATTRIBUTION, Attribution.class));
        return new Insight(
                id,
                claim,
                belief,
                readPassage(node),
                node.parts(Terms.LINK).stream().map(LinkRdf::read).toList(),
                node.parts(Terms.QUANTITY).stream().map(QuantityRdf::read).toList(),
                readReferences(node),
                new Subjects(node.ids(Terms.TOPIC, RecordType.ENTITY), node.ids(Terms.MENTIONS, RecordType.ENTITY)),
                node.text(Terms.NOTE));
    }

    private static Passage readPassage(Description node) {
        return new Passage(node.requiredId(Terms.SOURCE, RecordType.SOURCE), readSpan(node), node.text(Terms.QUOTE));
    }

    private static Passage.@Nullable Span readSpan(Description node) {
        Integer start = node.integer(Terms.START);
        Integer end = node.integer(Terms.END);
        Integer precision = node.integer(Terms.START_PRECISION);
        if (start != null) {
            return new Passage.Span(start, end, precision);
        }
        if (end != null || precision != null) {
            throw ClewException.invalid("start", "is missing beside end or startPrecision: give it", "");
        }
        return null;
    }

    private static InsightReferences readReferences(Description node) {
        return new InsightReferences(
                node.ids(Terms.SUPPORTS, RecordType.INSIGHT),
                node.ids(Terms.CONTRADICTS, RecordType.INSIGHT),
                node.ids(Terms.REFINES, RecordType.INSIGHT),
                node.ids(Terms.CITES, RecordType.INSIGHT),
                node.ids(Terms.RIVALS, RecordType.INSIGHT));
    }
}
