package dev.clew.exchange;

import java.util.List;
import java.util.stream.Collectors;

/** A path's citation in words: as plain text, Markdown or BibTeX. */
public final class CitationText {
    private final PathCitation path;

    /** Writes this citation. */
    public CitationText(PathCitation path) {
        this.path = path;
    }

    /** Plain text: the sentence, a line a step, a line a claim, and the address. */
    public String plain() {
        StringBuilder text = new StringBuilder(path.sentence()).append(".\n");
        for (PathCitation.Step step : path.steps()) {
            text.append(step.from().label())
                    .append(' ')
                    .append(step.words().arrow())
                    .append(' ')
                    .append(step.to().label())
                    .append(marks(step))
                    .append('\n');
        }
        for (int i = 0; i < path.claims().size(); i++) {
            PathCitation.Claim claim = path.claims().get(i);
            text.append('[').append(i + 1).append("] ").append(claim.thing().label());
            text.append(' ')
                    .append(origin(claim))
                    .append(' ')
                    .append(claim.thing().address())
                    .append('\n');
        }
        return text.append(asOf()).append('\n').toString();
    }

    private String asOf() {
        return "As of change " + path.pinned().change() + ": " + path.pinned().address();
    }

    /** The numbers of the claims behind a step, and of those that dispute it. */
    static String marks(PathCitation.Step step) {
        String disputed = step.disputedBy().isEmpty() ? "" : "; disputed by " + numbers(step.disputedBy());
        return " " + numbers(step.claims()) + disputed;
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(each -> "[" + each + "]").collect(Collectors.joining());
    }

    private static String origin(PathCitation.Claim claim) {
        String said = claim.said().text();
        PathCitation.Passage passage = claim.passage();
        return "(" + (said.isEmpty() ? "" : said + ", ") + "“" + passage.source() + "”"
                + passage.date().map(day -> ", " + day).orElse("")
                + passage.minute().map(minute -> ", minute " + minute).orElse("") + ")";
    }

    /** Markdown, with links to things and claims. */
    public String markdown() {
        StringBuilder text =
                new StringBuilder("**").append(marked(path.sentence())).append(".**\n\n");
        for (PathCitation.Step step : path.steps()) {
            text.append("- ")
                    .append(link(step.from().label(), step.from().address()))
                    .append(' ')
                    .append(step.words().arrow())
                    .append(' ')
                    .append(link(step.to().label(), step.to().address()))
                    .append(marked(marks(step)))
                    .append('\n');
        }
        text.append('\n');
        for (int i = 0; i < path.claims().size(); i++) {
            PathCitation.Claim claim = path.claims().get(i);
            text.append(i + 1)
                    .append(". ")
                    .append(link(claim.thing().label(), claim.thing().address()));
            text.append(' ').append(marked(origin(claim))).append('\n');
        }
        return text.append("\nAs of ")
                .append(link("change " + path.pinned().change(), path.pinned().address()))
                .append('\n')
                .toString();
    }

    private static String link(String label, String address) {
        return "[" + marked(label) + "](<" + address + ">)";
    }

    /** With everything escaped that Markdown would take for its own. */
    private static String marked(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }

    /** BibTeX: an entry for the path and one for each claim. */
    public String bibTex() {
        return new CitationBibTex(path).text();
    }
}
