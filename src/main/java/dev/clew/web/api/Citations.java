package dev.clew.web.api;

import dev.clew.exchange.PathCitation;
import dev.clew.model.Evidence;
import dev.clew.model.Hop;
import dev.clew.model.Insight;
import dev.clew.model.Passage;
import dev.clew.model.Path;
import dev.clew.model.RecordName;
import dev.clew.model.RelationType;
import dev.clew.model.Source;
import dev.clew.ontology.Base;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes citations of paths, in the words of the records at the change that is cited.
 *
 * @param names records as they stood
 * @param base where they have their addresses
 * @param pinned where the path is shown as it stood
 */
record Citations(NamedJson names, Base base, Pinned pinned) {
    /**
     * Links to one state.
     *
     * @param page for readers
     * @param rest the call
     * @param change the change
     */
    record Pinned(String page, String rest, long change) {}

    PathCitation of(Path path) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        path.hops().forEach(hop -> number(hop.grounds().evidence(), numbers));
        path.hops().forEach(hop -> number(disputing(hop), numbers));
        List<PathCitation.Step> steps =
                path.hops().stream().map(hop -> step(hop, numbers)).toList();
        List<PathCitation.Claim> claims = new ArrayList<>();
        numbers.keySet().forEach(id -> names.view().insight(id).ifPresent(insight -> claims.add(claim(insight))));
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        return new PathCitation(
                new PathJson(names).sentence(path),
                steps,
                claims,
                new PathCitation.Pinned(pinned.change(), pinned.page(), today));
    }

    private void number(List<Evidence> evidence, Map<String, Integer> numbers) {
        for (Evidence each : evidence) {
            boolean told = each.kind() == Evidence.Kind.INSIGHT
                    && names.view().insight(each.id()).isPresent();
            if (told) {
                numbers.putIfAbsent(each.id(), numbers.size() + 1);
            }
        }
    }

    private static List<Evidence> disputing(Hop hop) {
        List<Evidence> disputing = new ArrayList<>(hop.grounds().against());
        disputing.addAll(hop.grounds().otherwise());
        return disputing;
    }

    private PathCitation.Step step(Hop hop, Map<String, Integer> numbers) {
        RelationType.Wording wording =
                names.relations().require(hop.edge().relation()).wording();
        String relation = hop.way().forward() ? wording.label() : wording.inverseLabel();
        return new PathCitation.Step(
                thing(hop.from()),
                thing(hop.to()),
                new PathCitation.Words(relation, hop.sign().symbol()),
                numbers(hop.grounds().evidence(), numbers),
                numbers(disputing(hop), numbers));
    }

    private static List<Integer> numbers(List<Evidence> evidence, Map<String, Integer> numbers) {
        return evidence.stream()
                .map(Evidence::id)
                .filter(numbers::containsKey)
                .map(id -> numbers.getOrDefault(id, 0))
                .distinct()
                .sorted()
                .toList();
    }

    private PathCitation.Thing thing(String entity) {
        RecordName name = RecordName.entity(entity);
        return new PathCitation.Thing(base.address() + name.path(), names.label(name));
    }

    private PathCitation.Claim claim(Insight insight) {
        Optional<Source> source = names.view().source(insight.passage().source());
        Passage.Span span = insight.passage().span();
        return new PathCitation.Claim(
                new PathCitation.Thing(
                        base.address() + insight.name().path(), insight.claim().text()),
                new PathCitation.Said(
                        label(insight.belief().speaker()),
                        label(insight.belief().holder())),
                new PathCitation.Passage(
                        names.label(RecordName.source(insight.passage().source())),
                        source.map(Source::publication)
                                .map(Source.Publication::date)
                                .map(LocalDate::toString),
                        Optional.ofNullable(span).map(Passage.Span::start),
                        source.map(Source::publication).map(Source.Publication::url)));
    }

    private Optional<String> label(@Nullable String entity) {
        return Optional.ofNullable(entity).map(id -> names.label(RecordName.entity(id)));
    }
}
