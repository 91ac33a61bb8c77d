package dev.clew.web.linked;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.ontology.OntologyFiles;
import dev.clew.ontology.RdfSyntax;
import dev.clew.ontology.Vocabulary;
import dev.clew.ontology.VocabularyTerm;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The vocabulary where its namespaces lead: {@code /ontology} with a part for every term, and {@code /relation/ID}; as a
 * page for browsers, as RDF for programs, the Turtle as it is packaged.
 */
final class VocabularyAddresses {
    private final Vocabulary vocabulary;
    private final byte[] page;
    private final byte[] turtle = OntologyFiles.NAMES.stream()
            .map(OntologyFiles::turtle)
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);

    VocabularyAddresses(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.page = new VocabularyPage(vocabulary).html();
    }

    Stream<Route> routes() {
        return Stream.of(
                route("/ontology", "The vocabulary: terms, relation types and shapes.", asked -> whole(asked.accept())),
                route("/ontology.ttl", "The same in Turtle.", asked -> whole("text/turtle")),
                route("/relation/", "The same, where the relations' namespace leads.", asked -> whole(asked.accept())),
                new Route(
                        new Route.Address("GET", "/relation/{id}", Role.ANYBODY),
                        "One relation type, as RDF; browsers are sent to its part of the vocabulary.",
                        List.of(Parameter.path("id", new Form.Id(), "Its id, such as enables.")),
                        Route.Produces.media(Forms.MEDIA_TYPES),
                        asked -> relation(asked.arguments().text("id"), asked.accept())));
    }

    private static Route route(String path, String summary, Route.Call call) {
        return new Route(
                new Route.Address("GET", path, Role.ANYBODY),
                summary,
                List.of(),
                Route.Produces.media(Forms.MEDIA_TYPES),
                call);
    }

    private Answer whole(String accept) {
        return kept(Forms.choose(
                accept, syntax -> syntax == RdfSyntax.TURTLE ? turtle : vocabulary.write(syntax), () -> page));
    }

    private Answer relation(String id, String accept) {
        VocabularyTerm term = vocabulary
                .relation(id)
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND,
                        "There is no relation '" + id + "'. All of them are listed at /api/relations."));
        Answer answer = kept(Forms.choose(accept, syntax -> vocabulary.write(term, syntax), () -> new byte[0]));
        return answer.body().length > 0
                ? answer
                : answer.withStatus(303).with("Location", "/ontology#" + VocabularyPage.anchor(term));
    }

    private static Answer kept(Answer answer) {
        return answer.with("Cache-Control", "max-age=3600");
    }
}
