package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Evidence;
import dev.clew.model.Insight;
import dev.clew.model.Lens;
import dev.clew.model.Path;
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

    /**
     * Adds {@code heldBy} to an empty answer seen through somebody's eyes: who holds the claims of the paths that are there
     * when everybody's claims count.
     *
     * @param find finds them through a lens
     */
    void tell(ObjectNode json, Lens lens, Function<Lens, Stream<Path>> find) {
        if (!lens.passesEveryClaim()) {
            tell(json, evidence(lens, find));
        }
    }

    private static List<Evidence> evidence(Lens lens, Function<Lens, Stream<Path>> find) {
        return find.apply(lens.with(Lens.Said.BY_ANYBODY))
                .flatMap(path -> path.hops().stream())
                .flatMap(hop -> hop.grounds().evidence().stream())
                .toList();
    }

    /** A refusal that found nothing through somebody's eyes, with a sentence on who does hold claims here. */
    ClewException tell(ClewException refused, Lens lens, Function<Lens, Stream<Path>> find) {
        if (refused.code() != ErrorCode.NOT_FOUND || lens.said().equals(Lens.Said.BY_ANYBODY)) {
            return refused;
        }
        List<String> held = new ArrayList<>();
        counted(evidence(lens, find))
                .forEach(each -> held.add(
                        each.get("label").asText() + " (" + each.get("claims").asInt() + ")"));
        String who = held.isEmpty()
                ? "Nobody is known to hold claims here."
                : "Claims here are held by " + String.join(", ", held) + ".";
        return new ClewException(refused.code(), refused.getMessage() + " " + who);
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
