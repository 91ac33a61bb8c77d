package dev.clew.web.linked;

import dev.clew.ontology.Terms;
import dev.clew.ontology.Vocabulary;
import dev.clew.ontology.VocabularyTerm;
import dev.clew.ontology.VocabularyTerm.Sort;
import dev.clew.web.http.PageHead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The vocabulary as a page: every term with what it means, an example, and where it belongs. */
record VocabularyPage(Vocabulary vocabulary) {
    private static final Map<String, String> DETAILS = details();

    private static Map<String, String> details() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(Vocabulary.READER_LABEL, "On pages");
        words.put(Vocabulary.SUPERCLASS, "A kind of");
        words.put(Vocabulary.SUPERPROPERTY, "In general");
        words.put(Vocabulary.DOMAIN, "Said of");
        words.put(Vocabulary.RANGE, "Leads to");
        words.put(Vocabulary.INVERSE_LABEL, "Read backwards");
        words.put(Vocabulary.DEFAULT_SIGN, "Sign");
        words.put(Vocabulary.ALIAS, "Also called");
        words.put(Vocabulary.NEAR, "Comes near");
        return words;
    }

    private static String heading(Sort sort) {
        return switch (sort) {
            case CLASS -> "Classes";
            case OBJECT_PROPERTY -> "Properties that lead to things";
            case DATA_PROPERTY -> "Properties that lead to values";
            case CONSTANT -> "Constants";
            case RELATION -> "Relations";
            case WORD -> "Words of the pages";
        };
    }

    /** The part of the page that explains a term: what stands behind {@code #} in its address, where there is one. */
    static String anchor(VocabularyTerm term) {
        return term.sort() == Sort.RELATION ? "relation-" + term.localName() : term.localName();
    }

    byte[] html() {
        HtmlPage page = new HtmlPage("The vocabulary of Clew");
        page.text(
                "p",
                "The terms in which Clew keeps claims: what is claimed, who believes it and who says it, where it was said,"
                        + " and which things it links. Programs get the same as Turtle, JSON-LD or N-Triples at this address.");
        page.tag("dl")
                .row("Terms", PageHead.escaped(Terms.CLEW) + " (clew:)")
                .row("Relations", PageHead.escaped(Terms.RELATION) + " (rel:)")
                .row(
                        "Files",
                        HtmlPage.link("/ontology.ttl", "Turtle") + " · "
                                + HtmlPage.link("/context.jsonld", "JSON-LD context"))
                .tag("/dl");
        for (Sort sort : Sort.values()) {
            page.heading("h2", "sort-" + sort.name(), heading(sort));
            vocabulary.terms().stream().filter(term -> term.sort() == sort).forEach(term -> write(page, term));
        }
        return page.bytes();
    }

    private static void write(HtmlPage page, VocabularyTerm term) {
        page.tag("section").heading("h3", anchor(term), term.label());
        page.text("p", term.definition()).tag("dl");
        page.row("Address", PageHead.escaped(term.iri()));
        page.row("Example", PageHead.escaped(term.example()));
        DETAILS.forEach((property, word) -> {
            List<String> values = term.detail(property);
            if (!values.isEmpty()) {
                page.row(word, values.stream().map(VocabularyPage::value).collect(Collectors.joining(", ")));
            }
        });
        page.tag("/dl").tag("/section");
    }

    private static String value(String value) {
        if (value.startsWith(Terms.CLEW)) {
            String name = value.substring(Terms.CLEW.length());
            return HtmlPage.link("#" + name, name);
        }
        return value.startsWith("http") ? HtmlPage.link(value, value) : PageHead.escaped(value);
    }
}
