package dev.clew.web.linked;

import dev.clew.ontology.Base;
import dev.clew.ontology.KnownPrefixes;
import dev.clew.ontology.LibraryDescription;
import dev.clew.web.http.PageHead;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** What the library holds, as a page. */
record DescriptionPage(LibraryDescription description, Base base) {
    byte[] html() {
        HtmlPage page = new HtmlPage("What this library holds");
        page.text(
                "p",
                "As of change " + description.change() + ", committed at " + description.modified()
                        + ". Programs get the same as Turtle, JSON-LD or N-Triples at this address.");
        page.tag("dl")
                .row("Records", number(description.records()))
                .row("Triples", number(description.triples()))
                .row("Copies", HtmlPage.link("/dump.trig.gz", "TriG") + " · " + HtmlPage.link("/dump.nq.gz", "N-Quads"))
                .row("Queries", HtmlPage.link("/sparql", "SPARQL"))
                .row("Words", HtmlPage.link("/ontology", "The vocabulary"))
                .row("Licence", "Each record names its source, and each source its licence.")
                .tag("/dl");
        table(page, "Things by class", description.classes());
        table(page, "Triples by property", description.properties());
        return page.bytes();
    }

    private void table(HtmlPage page, String heading, Map<String, Long> counts) {
        page.text("h2", heading).tag("dl");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> page.row(shortened(each.getKey()), number(each.getValue())));
        page.tag("/dl");
    }

    private static String number(long number) {
        return PageHead.escaped(String.format(Locale.ROOT, "%,d", number));
    }

    private String shortened(String iri) {
        return KnownPrefixes.under(base).entrySet().stream()
                .filter(each -> iri.startsWith(each.getValue()))
                .findFirst()
                .map(each -> each.getKey() + ":" + iri.substring(each.getValue().length()))
                .orElse(iri);
    }
}
