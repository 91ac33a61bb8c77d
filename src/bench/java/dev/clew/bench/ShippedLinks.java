package dev.clew.bench;

import dev.clew.ingest.extract.NamedPlaces;
import dev.clew.ingest.extract.NamedPlaces.Told;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares the links that are found in the words of the shipped claims with those that curators gave them. */
final class ShippedLinks {
    private final NamedPlaces places;
    private final List<String> others = new ArrayList<>();

    ShippedLinks(NamedPlaces places) {
        this.places = places;
    }

    /** In which half of the claims one is: patterns are made by looking at the first. */
    static int half(Insight claim) {
        return Math.floorMod(claim.id().hashCode(), 2);
    }

    static String head() {
        return "| claims | links of curators | with both names in the text | found | of such a pair | direction | sign |%n"
                        .formatted()
                + "|---|---|---|---|---|---|---|%n".formatted();
    }

    /** The row of some claims. */
    String row(String name, List<Insight> claims) {
        int given = 0;
        int sayable = 0;
        int[] found = new int[4];
        for (Insight claim : claims) {
            String text = claim.claim().text();
            Set<String> named = places.entities(text);
            given += claim.links().size();
            sayable += (int) claim.links().stream()
                    .filter(each -> named.contains(each.subject().entity())
                            && named.contains(each.object().entity()))
                    .count();
            places.links(text).forEach(each -> compare(each, claim, found));
        }
        return String.format(
                Locale.ROOT,
                "| %s: %d | %d | %d | %d | %d | %d | %d |%n",
                name,
                claims.size(),
                given,
                sayable,
                found[0],
                found[1],
                found[2],
                found[3]);
    }

    private void compare(Told told, Insight claim, int[] found) {
        Link link = told.link();
        boolean pair =
                claim.links().stream().anyMatch(other -> sameEnds(link, other) || sameEnds(other, swapped(link)));
        boolean directed = claim.links().stream().anyMatch(other -> sameEnds(link, other));
        boolean signed = claim.links().stream()
                .anyMatch(other -> sameEnds(link, other) && link.stance().equals(other.stance()));
        found[0]++;
        found[1] += pair ? 1 : 0;
        found[2] += directed ? 1 : 0;
        found[3] += signed ? 1 : 0;
        others.add("%s %s (“%s”): %s"
                .formatted(
                        signed ? "AS GIVEN" : "OTHER",
                        LinkLabels.written(link),
                        told.cue(),
                        claim.claim().text()));
    }

    private static Link swapped(Link link) {
        return new Link(link.object(), link.relation(), link.subject(), link.stance(), link.scope());
    }

    private static boolean sameEnds(Link one, Link other) {
        return one.subject().entity().equals(other.subject().entity())
                && one.object().entity().equals(other.object().entity());
    }

    /** All that was found, with its claim. */
    List<String> all() {
        return others;
    }
}
