package dev.clew.search;

import dev.clew.model.ClaimFeature;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Quantity;
import dev.clew.model.Rank;
import dev.clew.model.Redirect;
import dev.clew.model.Source;
import dev.clew.model.text.RecordValues;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes from a record what the index keeps of it. */
final class Rows {
    private static final String ENGLISH = "en";

    private Rows() {}

    /** The row of a record; empty for a redirect, which nobody looks for. */
    static Optional<Row> of(ClewRecord record) {
        return switch (record) {
            case Insight insight -> Optional.of(of(insight));
            case Entity entity -> Optional.of(of(entity));
            case Source source -> Optional.of(of(source));
            case Redirect redirect -> Optional.empty();
        };
    }

    private static Row of(Insight insight) {
        return new Row(
                insight.name(),
                insight.claim().text(),
                present(insight.passage().quote(), insight.note()),
                List.of(),
                insight.claim().language(),
                RecordValues.of(insight),
                features(insight),
                0);
    }

    private static Row of(Entity entity) {
        return new Row(
                entity.name(),
                entity.naming().label(),
                present(entity.naming().definition(), entity.note()),
                entity.naming().aliases(),
                entity.naming().language(),
                RecordValues.of(entity),
                List.of(),
                0);
    }

    private static Row of(Source source) {
        LocalDate date = source.publication().date();
        return new Row(
                source.name(),
                source.title(),
                present(source.note()),
                List.of(),
                ENGLISH,
                RecordValues.of(source),
                List.of(),
                date == null ? 0 : RecordValues.day(date));
    }

    private static List<ClaimFeature> features(Insight insight) {
        Set<ClaimFeature> features = new LinkedHashSet<>();
        features.add(new ClaimFeature(ClaimFeature.Kind.SELF, insight.id()));
        features.add(
                new ClaimFeature(ClaimFeature.Kind.SOURCE, insight.passage().source()));
        about(insight).forEach(entity -> features.add(new ClaimFeature(ClaimFeature.Kind.ABOUT, entity)));
        for (Link link : insight.links()) {
            String subject = link.subject().entity();
            String object = link.object().entity();
            features.add(new ClaimFeature(ClaimFeature.Kind.JOINS, subject + " " + object));
            features.addAll(stances(link, subject + " " + link.relation() + " " + object));
        }
        insight.references().supports().forEach(id -> features.add(new ClaimFeature(ClaimFeature.Kind.SUPPORTS, id)));
        insight.references()
                .contradicts()
                .forEach(id -> features.add(new ClaimFeature(ClaimFeature.Kind.CONTRADICTS, id)));
        insight.references().refines().forEach(id -> features.add(new ClaimFeature(ClaimFeature.Kind.REFINES, id)));
        insight.references().rivals().forEach(id -> features.add(new ClaimFeature(ClaimFeature.Kind.RIVALS, id)));
        insight.quantities().forEach(quantity -> features.addAll(quantified(quantity)));
        features.addAll(Meanings.of(insight));
        if (insight.claim().rank() != Rank.NORMAL) {
            features.add(new ClaimFeature(
                    ClaimFeature.Kind.RANKED, insight.claim().rank().code()));
        }
        return List.copyOf(features);
    }

    private static List<ClaimFeature> stances(Link link, String value) {
        if (link.denied()) {
            return List.of(new ClaimFeature(ClaimFeature.Kind.DENIES, value));
        }
        ClaimFeature asserts = new ClaimFeature(ClaimFeature.Kind.ASSERTS, value);
        return switch (link.sign()) {
            case PLUS -> List.of(asserts, new ClaimFeature(ClaimFeature.Kind.RAISES, value));
            case MINUS -> List.of(asserts, new ClaimFeature(ClaimFeature.Kind.LOWERS, value));
            default -> List.of(asserts);
        };
    }

    private static List<ClaimFeature> quantified(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Value value -> List.of(new ClaimFeature(ClaimFeature.Kind.QUANTIFIES, value.of()));
            case Quantity.Factor factor ->
                List.of(new ClaimFeature(ClaimFeature.Kind.QUANTIFIES, factor.cause() + " " + factor.effect()));
            case Quantity.Product product -> List.of();
        };
    }

    /** The entities it is about: linked, counted, filed under or mentioned. */
    private static Set<String> about(Insight insight) {
        Set<String> about = new TreeSet<>(insight.subjects().topics());
        about.addAll(insight.subjects().mentions());
        for (Link link : insight.links()) {
            about.add(link.subject().entity());
            about.add(link.object().entity());
        }
        insight.quantities().forEach(quantity -> about.addAll(counted(quantity)));
        return about;
    }

    private static List<String> counted(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Value value -> List.of(value.of());
            case Quantity.Factor factor -> List.of(factor.cause(), factor.effect());
            case Quantity.Product product ->
                Stream.concat(Stream.of(product.result()), product.factors().stream())
                        .toList();
        };
    }

    private static List<String> present(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
