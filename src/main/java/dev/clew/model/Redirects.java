package dev.clew.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which entities were merged into which, and what records say when that is followed. Immutable; costs little where nothing
 * was merged.
 */
public final class Redirects {
    /** Nothing was merged. */
    public static final Redirects NONE = new Redirects(List.of());

    private final List<Redirect> all;
    private final Map<String, String> survivors = new HashMap<>();
    private final Map<String, Set<String>> otherNames = new TreeMap<>();

    /** Follows these; none leads to another. */
    public Redirects(Collection<Redirect> redirects) {
        all = List.copyOf(redirects);
        for (Redirect each : redirects) {
            survivors.put(each.id(), each.to());
            otherNames.computeIfAbsent(each.to(), any -> new LinkedHashSet<>()).add(each.label());
        }
    }

    /** Every one of them. */
    public List<Redirect> all() {
        return all;
    }

    /** Whether nothing was merged. */
    public boolean isEmpty() {
        return survivors.isEmpty();
    }

    /** The entity that stands for this one: itself unless it was merged. */
    public String survivor(String entity) {
        return survivors.getOrDefault(entity, entity);
    }

    /** Whether this entity was merged into another. */
    public boolean leadsOn(String entity) {
        return survivors.containsKey(entity);
    }

    /** The ids of the entities that were merged into this one. */
    public Set<String> mergedInto(String entity) {
        return survivors.entrySet().stream()
                .filter(each -> each.getValue().equals(entity))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private @Nullable String optional(@Nullable String entity) {
        return entity == null ? null : survivor(entity);
    }

    private List<String> all(List<String> entities) {
        return entities.stream().map(this::survivor).distinct().toList();
    }

    /**
     * The record with every entity that it names followed to the one that stands for it; the same object where nothing
     * differs. What becomes the same is kept once, and a link or fact between a thing and itself is left out. An entity
     * gets the labels of those that were merged into it as aliases.
     */
    public ClewRecord followed(ClewRecord record) {
        if (isEmpty()) {
            return record;
        }
        return switch (record) {
            case Insight insight -> insight.entities().stream().anyMatch(this::leadsOn) ? followed(insight) : insight;
            case Entity entity -> followed(entity);
            case Source source ->
                source.people().stream().anyMatch(each -> leadsOn(each.person())) ? followed(source) : source;
            case Redirect redirect -> redirect;
        };
    }

    private Insight followed(Insight insight) {
        Belief belief = insight.belief();
        return new Insight(
                insight.id(),
                insight.claim(),
                new Belief(optional(belief.holder()), optional(belief.speaker()), belief.attribution()),
                insight.passage(),
                once(insight.links().stream().map(this::followed).filter(Redirects::joinsTwo), Link::identity),
                once(insight.quantities().stream().flatMap(this::followed), Quantity::identity),
                insight.references(),
                new Subjects(
                        all(insight.subjects().topics()), all(insight.subjects().mentions())),
                insight.note());
    }

    private Link followed(Link link) {
        Scope scope = link.scope();
        return new Link(
                followed(link.subject()),
                link.relation(),
                followed(link.object()),
                link.stance(),
                new Scope(optional(scope.where()), scope.period(), scope.condition()));
    }

    private Link.End followed(Link.End end) {
        return new Link.End(survivor(end.entity()), end.framing());
    }

    private static boolean joinsTwo(Link link) {
        return !link.subject().entity().equals(link.object().entity());
    }

    /** A product whose factors have become one is no product any more. */
    private Stream<Quantity> followed(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Value value ->
                Stream.of(new Quantity.Value(survivor(value.of()), value.value(), value.unit(), value.when()));
            case Quantity.Factor factor ->
                Stream.of(new Quantity.Factor(
                        survivor(factor.cause()), factor.causeBy(), survivor(factor.effect()), factor.effectBy()));
            case Quantity.Product product -> {
                List<String> factors = all(product.factors());
                yield factors.size() < 2
                        ? Stream.empty()
                        : Stream.of(new Quantity.Product(survivor(product.result()), factors));
            }
        };
    }

    private Entity followed(Entity entity) {
        Set<String> others = otherNames.getOrDefault(entity.id(), Set.of());
        boolean factsDiffer = entity.facts().stream().anyMatch(each -> leadsOn(each.object()));
        if (others.isEmpty() && !factsDiffer) {
            return entity;
        }
        Stream<Fact> facts = entity.facts().stream()
                .map(each -> new Fact(each.relation(), survivor(each.object()), each.source(), each.period()))
                .filter(each -> !each.object().equals(entity.id()));
        return new Entity(
                entity.id(),
                entity.kind(),
                named(entity.naming(), others),
                entity.codes(),
                entity.framings(),
                once(facts, Fact::identity),
                entity.source(),
                entity.note());
    }

    private static EntityNaming named(EntityNaming naming, Set<String> others) {
        Set<String> aliases = new LinkedHashSet<>(naming.aliases());
        others.stream()
                .filter(other -> !other.equals(naming.label()))
                .limit(Limits.LIST)
                .forEach(aliases::add);
        List<String> kept = aliases.stream().limit(Limits.LIST).toList();
        return new EntityNaming(naming.label(), naming.language(), kept, naming.definition());
    }

    private Source followed(Source source) {
        Stream<Source.Participation> people =
                source.people().stream().map(each -> new Source.Participation(survivor(each.person()), each.role()));
        return new Source(
                source.id(),
                source.kind(),
                source.title(),
                source.podcast(),
                source.place(),
                source.publication(),
                once(people, Source.Participation::identity),
                source.note());
    }

    /** The first of each identity. */
    private static <T> List<T> once(Stream<T> parts, Function<T, String> identity) {
        Map<String, T> kept = new LinkedHashMap<>();
        parts.forEach(each -> kept.putIfAbsent(identity.apply(each), each));
        return List.copyOf(kept.values());
    }
}
