package dev.clew.insight;

import dev.clew.SeedWorld;
import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Certainty;
import dev.clew.model.Claim;
import dev.clew.model.ClaimType;
import dev.clew.model.Enumerations;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Link;
import dev.clew.model.Passage;
import dev.clew.model.Quantity;
import dev.clew.model.Scope;
import dev.clew.model.Subjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code labelled-pairs.txt}, which says itself how it is written and labelled. */
final class LabelledPairs {
    /**
     * One labelled pair.
     *
     * @param label what a reader calls it
     * @param telling what makes it telling
     * @param one a claim
     * @param other another
     */
    record Labelled(String label, String telling, DatedClaim one, DatedClaim other) {}

    private LabelledPairs() {}

    static List<Labelled> read() {
        List<String> lines = lines();
        List<Labelled> pairs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 3) {
            String head = lines.get(i);
            int end = head.indexOf(']');
            DatedClaim one = claim("one", "other", lines.get(i + 1));
            DatedClaim other = claim("other", "one", lines.get(i + 2));
            pairs.add(new Labelled(head.substring(1, end), head.substring(end + 2), one, other));
        }
        return pairs;
    }

    private static List<String> lines() {
        try (InputStream file = LabelledPairs.class.getResourceAsStream("labelled-pairs.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static DatedClaim claim(String id, String opposite, String line) {
        String[] parts = line.substring(2).split(" · ");
        ClaimType type = Enumerations.find(ClaimType.class, parts[0]).orElseThrow();
        List<Link> links = new ArrayList<>();
        List<Quantity> quantities = new ArrayList<>();
        for (String each : parts[3].split("; ")) {
            if (each.startsWith("#")) {
                quantities.add(quantity(each.substring(1).split(" ")));
            } else {
                links.add(link(each));
            }
        }
        Insight insight = new Insight(
                id,
                new Claim(parts[2], "en", type, Certainty.PLAIN),
                new Belief(null, null, Attribution.OWN),
                new Passage("source-of-" + id, null, null),
                links,
                quantities,
                parts.length > 4 ? references(parts[4], opposite) : InsightReferences.NONE,
                Subjects.NONE,
                null);
        return new DatedClaim(insight, parts[1].equals("-") ? null : LocalDate.parse(parts[1]));
    }

    private static Link link(String text) {
        String[] parts = text.split(" \\? ");
        Link link = SeedWorld.link(parts[0]);
        String condition = parts.length > 1 ? parts[1] : null;
        Scope scope = new Scope(link.scope().where(), link.scope().period(), condition);
        return new Link(link.subject(), link.relation(), link.object(), link.stance(), scope);
    }

    private static Quantity quantity(String[] parts) {
        BigDecimal number = new BigDecimal(parts[2]);
        return parts[0].equals("value")
                ? new Quantity.Value(parts[1], number, parts[3], parts.length > 4 ? parts[4] : null)
                : new Quantity.Factor(parts[1], number, parts[3], new BigDecimal(parts[4]));
    }

    private static InsightReferences references(String mark, String other) {
        return new InsightReferences(
                named(mark, "^supports", other),
                named(mark, "^contradicts", other),
                named(mark, "^refines", other),
                named(mark, "^cites", other),
                named(mark, "^rivals", other));
    }

    private static List<String> named(String mark, String wanted, String other) {
        return mark.equals(wanted) ? List.of(other) : List.of();
    }
}
