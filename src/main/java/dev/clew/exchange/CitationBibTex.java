package dev.clew.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A path's citation as BibTeX. A bibliography sorts its entries anew, so each carries the number that its claim has in the
 * citation.
 *
 * @param path what is cited
 */
record CitationBibTex(PathCitation path) {
    /** An entry for the path, and one for each claim in the order of their numbers. */
    String text() {
        StringBuilder text =
                new StringBuilder(entry("clew-path-" + path.pinned().change(), ofPath()));
        for (int number = 1; number <= path.claims().size(); number++) {
            PathCitation.Claim claim = path.claims().get(number - 1);
            text.append(entry(claim.id(), ofClaim(number, claim)));
        }
        return text.toString();
    }

    private List<String> ofPath() {
        return List.of(
                field("title", path.sentence()),
                field("howpublished", "Clew, as of change " + path.pinned().change()),
                raw("url", path.pinned().address()),
                raw("urldate", path.pinned().day()),
                field("note", ground() + steps()));
    }

    /** What the path rests on; a claim that only disputes a step is no part of that. */
    private String ground() {
        String claims = IntStream.rangeClosed(1, path.claims().size())
                .filter(number ->
                        path.steps().stream().anyMatch(step -> step.claims().contains(number)))
                .mapToObj(number ->
                        "[" + number + "] " + path.claims().get(number - 1).id())
                .collect(Collectors.joining(", "));
        return claims.isEmpty() ? "" : "Rests on " + claims + ". ";
    }

    private String steps() {
        return path.steps().stream()
                .map(step -> reading(step) + CitationText.marks(step) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String reading(PathCitation.Step step) {
        return step.from().label() + " " + step.words().arrow() + " "
                + step.to().label();
    }

    private List<String> ofClaim(int number, PathCitation.Claim claim) {
        List<String> fields = new ArrayList<>();
        PathCitation.Said said = claim.said();
        PathCitation.Passage passage = claim.passage();
        said.speaker().or(said::holder).ifPresent(name -> fields.add(raw("author", "{" + escaped(name) + "}")));
        fields.add(field("title", claim.thing().label()));
        fields.add(field("howpublished", passage.source()));
        passage.date().ifPresent(day -> fields.add(raw("year", day.substring(0, 4))));
        fields.add(field("note", note(number, claim)));
        fields.add(raw("url", claim.thing().address()));
        return fields;
    }

    private String note(int number, PathCitation.Claim claim) {
        List<String> parts = new ArrayList<>(List.of("Claim [" + number + "]"));
        reported(claim.said()).ifPresent(holder -> parts.add("on what " + holder + " believes"));
        claim.passage().minute().ifPresent(minute -> parts.add("minute " + minute));
        path.steps().stream()
                .filter(step -> step.disputedBy().contains(number))
                .forEach(step -> parts.add("disputes that " + reading(step)));
        return String.join("; ", parts);
    }

    /** Who believes it where somebody else says it. */
    private static Optional<String> reported(PathCitation.Said said) {
        return said.speaker().isEmpty()
                ? Optional.empty()
                : said.holder().filter(holder -> !said.speaker().equals(Optional.of(holder)));
    }

    private static String entry(String key, List<String> fields) {
        return "@misc{" + key + fields.stream().map(each -> ",\n  " + each).collect(Collectors.joining()) + "\n}\n";
    }

    private static String field(String name, String value) {
        return raw(name, escaped(value));
    }

    private static String raw(String name, String value) {
        return name + " = {" + value + "}";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\textbackslash ").replaceAll("([{}%&#$_])", "\\\\$1");
    }
}
