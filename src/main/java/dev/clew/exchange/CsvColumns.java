package dev.clew.exchange;

import dev.clew.model.Relations;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of CSV files: one for each field of a record of any type, in the order in which they are written. */
final class CsvColumns {
    /** The heading of the column that says why a row was refused; it is not read. */
    static final String PROBLEM = "problem";

    private static final CellForm TEXT = new CellForm.Text();
    private static final CellForm WORD = new CellForm.Word();
    private static final CellForm TEXTS = new CellForm.Texts();
    private static final CellForm WHOLE = new CellForm.Whole();
    private static final CellForm SECONDS = new CellForm.Seconds();

    private final List<CsvColumn> all;

    /**
     * A column.
     *
     * @param field the JSON field, with a dot before a field inside an object; also the heading that is written
     * @param form how its cells are written
     * @param types the records that have it, by their first letters: {@code i}, {@code e}, {@code s}
     * @param explanation how a cell is filled in, for the template
     * @param otherHeadings what else the heading may be called
     */
    record CsvColumn(String field, CellForm form, String types, String explanation, List<String> otherHeadings) {
        /** The heading that is written: the last word of the field. */
        String heading() {
            return field.substring(field.lastIndexOf('.') + 1);
        }

        private boolean isCalled(String heading) {
            String wanted = squeezed(heading);
            return Stream.concat(Stream.of(heading()), otherHeadings.stream())
                    .anyMatch(name -> squeezed(name).equals(wanted));
        }

        /** Headings are told apart by their letters and digits alone. */
        private static String squeezed(String heading) {
            return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        }
    }

    CsvColumns(Relations relations) {
        all = Stream.of(naming(), claim(), claimLists(relations), entity(), source())
                .flatMap(List::stream)
                .toList();
    }

    List<CsvColumn> all() {
        return all;
    }

    /** The column with this heading, in any of its names. */
    Optional<CsvColumn> find(String heading) {
        return all.stream().filter(column -> column.isCalled(heading)).findFirst();
    }

    private static List<CsvColumn> naming() {
        return List.of(
                column("type", WORD, "ies", "insight, entity or source; empty means insight"),
                column("id", WORD, "ies", "lower-case letters, digits and dashes; an insight gets one when empty"));
    }

    private static List<CsvColumn> claim() {
        return List.of(
                column("text", TEXT, "i", "the claim in one to three sentences", "claim"),
                column("language", WORD, "ie", "a language tag; empty means en"),
                column("claimType", WORD, "i", "report, explanation, forecast, aim, opinion, recommendation …"),
                column("certainty", WORD, "i", "plain or hedged; empty means plain"),
                column("holder", WORD, "i", "id of the entity that believes it", "believed by"),
                column("speaker", WORD, "i", "id of the entity that says it", "said by"),
                column("attribution", WORD, "i", "own, reported or inferred; empty means own"),
                column("source", WORD, "ie", "id of the episode or document"),
                column("start", SECONDS, "i", "where in the episode: 754, 12:34 or 1:02:33", "time", "minute"),
                column("end", SECONDS, "i", "the same for its end"),
                column("startPrecision", SECONDS, "i", "how many seconds the start may be off"),
                column("quote", TEXT, "i", "a short verbatim quote"),
                column("grounding", WORD, "i", "leave it empty: it follows from quote and start"));
    }

    private static List<CsvColumn> claimLists(Relations relations) {
        return List.of(
                column(
                        "links",
                        new CellForm.Links(relations),
                        "i",
                        "compute > enables > sovereignty; !a > weakens > b @2030 (! denies, ~ has no direction)",
                        "link"),
                column("quantities", new CellForm.Quantities(), "i", "value | compute | 5 | exaflops | 2030"),
                column("supports", TEXTS, "i", "ids of insights, with ; between them"),
                column("contradicts", TEXTS, "i", "ids of insights"),
                column("refines", TEXTS, "i", "ids of insights"),
                column("cites", TEXTS, "i", "ids of insights"),
                column("rivals", TEXTS, "i", "ids of insights"),
                column("topics", TEXTS, "i", "ids of concepts", "topic"),
                column("mentions", TEXTS, "i", "ids of entities"),
                column("rank", WORD, "i", "low or outdated; empty means normal"),
                column("note", TEXT, "ies", "an editor's remark"));
    }

    private static List<CsvColumn> entity() {
        return List.of(
                column("label", TEXT, "e", "the entity's name", "name"),
                column("kind", WORD, "es", "Nation, Concept …; of a source Podcast, Episode or Document"),
                column("aliases", TEXTS, "e", "other names, with ; between them", "alias"),
                column("definition", TEXT, "e", "what it is"),
                column("replacedBy", WORD, "e", "id of the entity that it was merged into; leave the rest empty then"),
                column("sameAs", TEXTS, "e", "addresses of the same thing elsewhere"),
                column("codes.isoAlpha2", WORD, "e", "FR"),
                column("codes.isoAlpha3", WORD, "e", "FRA"),
                column("codes.isoNumeric", WORD, "e", "250"),
                column("framings", parts("id", "label", "definition"), "e", "id | label | definition; …"),
                column(
                        "facts",
                        parts("relation", "object", "source", "from", "until"),
                        "e",
                        "member-of | nato | nato-site | 1949; …"));
    }

    private static List<CsvColumn> source() {
        return List.of(
                column("title", TEXT, "s", "the source's title"),
                column("podcast", WORD, "s", "id of the podcast, for an episode"),
                column("season", WHOLE, "s", "the season of an episode, such as 2"),
                column("number", WHOLE, "s", "its number, within the season where there is one"),
                column("date", WORD, "s", "the day it came out, such as 2026-03-31"),
                column("url", WORD, "s", "its page"),
                column("enclosure", WORD, "s", "its audio"),
                column("duration", SECONDS, "s", "its length: 754, 12:34 or 1:02:33"),
                column("people", parts("person", "role"), "s", "ada | host; …"),
                column("licence", WORD, "s", "the address of its licence"));
    }

    private static CellForm parts(String... fields) {
        return new CellForm.Parts(Arrays.asList(fields));
    }

    private static CsvColumn column(
            String field, CellForm form, String types, String explanation, String... otherHeadings) {
        return new CsvColumn(field, form, types, explanation, List.of(otherHeadings));
    }
}
