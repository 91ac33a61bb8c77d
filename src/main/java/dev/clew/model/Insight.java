package dev.clew.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One claim of one holder, restated, from one source.
 *
 * @param id its slug
 * @param claim what it says
 * @param belief who believes and who says it
 * @param passage where it was said
 * @param links the links it asserts or denies, at most one per identity, in the order of their identities
 * @param quantities the numbers it gives
 * @param references the other insights it names
 * @param subjects topics and mentions
 * @param note an editor's remark; null when there is none
 */
public record Insight(
        String id,
        Claim claim,
        Belief belief,
        Passage passage,
        List<Link> links,
        List<Quantity> quantities,
        InsightReferences references,
        Subjects subjects,
        @Nullable String note)
        implements ClewRecord {
    /** Checks id, note and lists; refuses to assert and deny one link, and to name itself. */
    public Insight {
        Slug.check("id", id);
        requireOneStancePerLink(links);
        links = Identities.ordered(Checks.list("links", links, Limits.LINKS), Link::identity);
        quantities = Identities.ordered(Checks.list("quantities", quantities, Limits.LIST), Quantity::identity);
        Checks.optionalText("note", note, Limits.NOTE_CHARACTERS);
        if (references.all().anyMatch(id::equals)) {
            throw ClewException.invalid("", "names itself among the insights it refers to: remove it", id);
        }
    }

    private static void requireOneStancePerLink(List<Link> links) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < links.size(); i++) {
            if (!seen.add(links.get(i).identity())) {
                String value =
                        links.get(i).subject().entity() + " > " + links.get(i).relation();
                throw ClewException.invalid("links[" + i + "]", "repeats an earlier link: keep one of them", value);
            }
        }
    }

    @Override
    public RecordName name() {
        return RecordName.insight(id);
    }

    @Override
    public String headline() {
        return claim.text();
    }

    /** Every entity it names anywhere, alphabetically. */
    public Set<String> entities() {
        Set<String> ids = new TreeSet<>(subjects.topics());
        ids.addAll(subjects.mentions());
        addIfKnown(ids, belief.holder());
        addIfKnown(ids, belief.speaker());
        for (Link link : links) {
            ids.add(link.subject().entity());
            ids.add(link.object().entity());
            addIfKnown(ids, link.scope().where());
        }
        quantities.forEach(quantity -> ids.addAll(entitiesOf(quantity)));
        return ids;
    }

    private static void addIfKnown(Set<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private static Set<String> entitiesOf(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Value value -> Set.of(value.of());
            case Quantity.Factor factor -> new TreeSet<>(List.of(factor.cause(), factor.effect()));
            case Quantity.Product product -> {
                Set<String> ids = new TreeSet<>(product.factors());
                ids.add(product.result());
                yield ids;
            }
        };
    }
}
