package dev.clew.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * Stems of other languages than English, by the language tag of a text, each language in a field of its own. A text of a
 * language that is not among them is found by its words as written, as every text is.
 */
final class OtherLanguages {
    private static final String FIELD = "body-";
    private static final Map<String, Analyzer> ANALYZERS = analyzers();

    private OtherLanguages() {}

    private static Map<String, Analyzer> analyzers() {
        Map<String, Analyzer> analyzers = new HashMap<>();
        analyzers.put("ar", new ArabicAnalyzer());
        analyzers.put("cs", new CzechAnalyzer());
        analyzers.put("da", new DanishAnalyzer());
        analyzers.put("de", new GermanAnalyzer());
        analyzers.put("es", new SpanishAnalyzer());
        analyzers.put("fi", new FinnishAnalyzer());
        analyzers.put("fr", new FrenchAnalyzer());
        analyzers.put("it", new ItalianAnalyzer());
        analyzers.put("nl", new DutchAnalyzer());
        analyzers.put("no", new NorwegianAnalyzer());
        analyzers.put("pt", new PortugueseAnalyzer());
        analyzers.put("ru", new RussianAnalyzer());
        analyzers.put("sv", new SwedishAnalyzer());
        analyzers.put("tr", new TurkishAnalyzer());
        return Map.copyOf(analyzers);
    }

    /** The analyzer of each field, by the field's name. */
    static Map<String, Analyzer> byField() {
        Map<String, Analyzer> fields = new HashMap<>();
        ANALYZERS.forEach((language, analyzer) -> fields.put(FIELD + language, analyzer));
        return fields;
    }

    /** The field for texts with this language tag, such as {@code de} or {@code de-AT}; none for English and unknown ones. */
    static Optional<String> field(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return ANALYZERS.containsKey(language) ? Optional.of(FIELD + language) : Optional.empty();
    }

    /** Whether a field of the index is one of these. */
    static boolean isField(String name) {
        return name.startsWith(FIELD) && ANALYZERS.containsKey(name.substring(FIELD.length()));
    }

    /** The stems of a text in each language, by its code; languages in which it has none are left out. */
    static Map<String, List<String>> stems(String text) {
        Map<String, List<String>> stems = new TreeMap<>();
        for (String language : ANALYZERS.keySet()) {
            List<String> found = stems(FIELD + language, text);
            if (!found.isEmpty()) {
                stems.put(language, found);
            }
        }
        return stems;
    }

    /** The stems of a text in the language with this tag, by its code, empty where a word is left out; none for others. */
    static Map<String, List<String>> placedStems(String text, String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        List<String> stems = new ArrayList<>();
        walk(FIELD + language, text, (stem, step) -> {
            for (int left = step; left > 1; left--) {
                stems.add("");
            }
            stems.add(stem);
        });
        return stems.isEmpty() ? Map.of() : Map.of(language, stems);
    }

    /** The stems of a text in the language of the field. */
    static List<String> stems(String field, String text) {
        List<String> stems = new ArrayList<>();
        walk(field, text, (stem, step) -> stems.add(stem));
        return stems;
    }

    private static void walk(String field, String text, ObjIntConsumer<String> taker) {
        Analyzer analyzer = ANALYZERS.get(field.substring(FIELD.length()));
        if (analyzer == null) {
            return;
        }
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                taker.accept(term.toString(), step.getPositionIncrement());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading a text from memory failed", impossible);
        }
    }
}
