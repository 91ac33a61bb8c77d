package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Evidence;
import dev.clew.model.Insight;
import dev.clew.model.Lens;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Names who does hold claims where a lens shows nothing. */
record Holders(NamedJson names) {
    /** Most holders named. */
    static final int MOST = 10;

    /** Adds {@code heldBy} to an empty answer seen through somebody's eyes: who holds the claims of the best paths. */
    void tell(ObjectNode json, PathQuery query, Function<PathQuery, PathAnswer> find) {
        Lens lens = query.lens();
        if (lens.passesEveryClaim()) {
            return;
        }
        Lens open = new Lens(Lens.Said.BY_ANYBODY, lens.claimTypes(), lens.without(), lens.facts(), lens.asOf());
        tell(
                json,
                find.apply(query.with(open)).paths().stream()
                        .flatMap(path -> path.hops().stream())
                        .flatMap(hop -> hop.grounds().evidence().stream())
                        .toList());
    }

    /** The same of these claims. */
    void tell(ObjectNode json, List<Evidence> evidence) {
        json.set("heldBy", counted(evidence));
    }

    /** Who believes these claims, or says them where nobody is known to believe them; most claims first. */
    ArrayNode counted(List<Evidence> evidence) {
        Map<String, Set<String>> held = new HashMap<>();
        for (Evidence each : evidence) {
            names.view()
                    .insight(each.id())
                    .filter(insight -> each.kind() == Evidence.Kind.INSIGHT)
                    .flatMap(Holders::believer)
                    .ifPresent(holder ->
                            held.computeIfAbsent(holder, any -> new HashSet<>()).add(each.id()));
        }
        List<String> ids = new ArrayList<>(held.keySet());
        ids.sort(Comparator.comparingInt(
                        (String id) -> -Objects.requireNonNull(held.get(id)).size())
                .thenComparing(Comparator.naturalOrder()));
        ArrayNode listed = JsonNodeFactory.instance.arrayNode();
        ids.stream()
                .limit(MOST)
                .forEach(id -> listed.add(names.entity(id)
                        .put("claims", Objects.requireNonNull(held.get(id)).size())));
        return listed;
    }

    private static Optional<String> believer(Insight insight) {
        return Stream.of(insight.belief().holder(), insight.belief().speaker())
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}
