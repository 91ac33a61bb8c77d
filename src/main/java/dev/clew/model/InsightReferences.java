package dev.clew.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * The other insights that an insight names, each list in alphabetical order without repetition.
 *
 * @param supports insights that this one gives reason to believe
 * @param contradicts insights that cannot be true together with this one
 * @param refines insights that this one makes more exact
 * @param cites insights that this one repeats; they share one voice
 * @param rivals insights that explain the same thing otherwise
 */
public record InsightReferences(
        List<String> supports,
        List<String> contradicts,
        List<String> refines,
        List<String> cites,
        List<String> rivals) {
    /** Names no other insight. */
    public static final InsightReferences NONE =
            new InsightReferences(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Checks and orders the ids. */
    public InsightReferences {
        supports = Checks.ids("supports", supports, Limits.LIST);
        contradicts = Checks.ids("contradicts", contradicts, Limits.LIST);
        refines = Checks.ids("refines", refines, Limits.LIST);
        cites = Checks.ids("cites", cites, Limits.LIST);
        rivals = Checks.ids("rivals", rivals, Limits.LIST);
    }

    /** Every insight named, in no particular order, perhaps more than once. */
    public Stream<String> all() {
        return Stream.of(supports, contradicts, refines, cites, rivals).flatMap(List::stream);
    }
}
