package dev.clew.web.linked;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.ontology.RdfSyntax;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Negotiation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The forms of a document that is RDF and a page: which is asked for, and the answer. */
final class Forms {
    private static final String HTML = "text/html";
    private static final Map<String, RdfSyntax> SYNTAXES = syntaxes();

    /** All of them; Turtle for whoever does not say. */
    static final List<String> MEDIA_TYPES =
            Stream.concat(SYNTAXES.keySet().stream(), Stream.of(HTML)).toList();

    private Forms() {}

    private static Map<String, RdfSyntax> syntaxes() {
        Map<String, RdfSyntax> all = new LinkedHashMap<>();
        all.put("text/turtle", RdfSyntax.TURTLE);
        all.put("application/ld+json", RdfSyntax.JSON_LD);
        all.put("application/n-triples", RdfSyntax.N_TRIPLES);
        return all;
    }

    /**
     * The form that the header asks for.
     *
     * @throws ClewException (not-acceptable) naming the forms on offer
     */
    static Answer choose(String accept, Function<RdfSyntax, byte[]> rdf, Supplier<byte[]> page) {
        String chosen = Negotiation.choose(accept, MEDIA_TYPES)
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_ACCEPTABLE, "On offer here: " + String.join(", ", MEDIA_TYPES) + "."));
        RdfSyntax syntax = SYNTAXES.get(chosen);
        Answer answer = syntax == null
                ? Answer.of("text/html; charset=utf-8", page.get())
                : Answer.of(syntax == RdfSyntax.JSON_LD ? chosen : chosen + ";charset=utf-8", rdf.apply(syntax));
        return answer.with("Vary", "Accept");
    }
}
