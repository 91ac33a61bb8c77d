package dev.clew.search;

import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import dev.clew.model.SearchQuery.Page;
import dev.clew.model.SearchQuery.Period;
import dev.clew.model.SearchQuery.Sort;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Searches in the words of a {@link dev.clew.projection.RandomLibrary}, of every form that queries have. */
final class RandomSearches {
    private static final List<String> WORDS = List.of(
            "compute",
            "chip",
            "exports",
            "alliances",
            "sovereignty",
            "energy",
            "modelling",
            "policy",
            "traded",
            "data",
            "the",
            "nothing",
            "e3",
            "7");

    private static final List<String> VALUES = List.of(
            "type:insight",
            "type:entity",
            "type:source",
            "kind:Nation",
            "entity:e1",
            "entity:e4",
            "relation:enables",
            "relation:reduces",
            "sign:+",
            "holder:e2",
            "speaker:e5",
            "source:document",
            "source:podcast",
            "year:2021",
            "year:2024",
            "claimType:forecast",
            "certainty:plain",
            "topic:e6");

    private RandomSearches() {}

    /** One search. */
    static SearchQuery query(Random random) {
        String text =
                Stream.generate(() -> clause(random)).limit(random.nextInt(5)).collect(Collectors.joining(" "));
        SearchQuery query = SearchQuery.of(random.nextBoolean() ? text : text + " ")
                .page(new Page(random.nextBoolean() ? Sort.NEWEST : Sort.RELEVANCE, 20, null));
        if (random.nextInt(4) == 0) {
            query = query.with(SearchField.ENTITY, "e" + random.nextInt(12));
        }
        if (random.nextInt(4) == 0) {
            int year = 2020 + random.nextInt(4);
            query = query.within(new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 6, 1)));
        }
        return query;
    }

    private static String clause(Random random) {
        String minus = random.nextInt(6) == 0 ? "-" : "";
        return minus
                + switch (random.nextInt(5)) {
                    case 0 -> '"' + word(random) + " " + word(random) + '"';
                    case 1 -> VALUES.get(random.nextInt(VALUES.size()));
                    case 2 -> beginning(word(random)) + (random.nextBoolean() ? "*" : "");
                    default -> word(random);
                };
    }

    private static String beginning(String word) {
        return word.substring(0, Math.min(2, word.length()));
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
