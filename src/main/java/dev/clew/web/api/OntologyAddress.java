package dev.clew.web.api;

import dev.clew.model.Role;
import dev.clew.ontology.OntologyFiles;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vocabulary as it is packaged, in Turtle: {@code /ontology}. */
final class OntologyAddress {
    private static final String TURTLE = "text/turtle";

    private final byte[] document = OntologyFiles.NAMES.stream()
            .map(OntologyFiles::turtle)
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("GET", "/ontology", Role.ANYBODY),
                "The vocabulary: terms, relation types and shapes, in Turtle.",
                List.of(),
                Route.Produces.media(List.of(TURTLE)),
                asked -> Answer.of(TURTLE + ";charset=utf-8", document).with("Cache-Control", "max-age=3600")));
    }
}
