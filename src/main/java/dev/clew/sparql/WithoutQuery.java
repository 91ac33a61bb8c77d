package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.riot.WebContent;

/** What is answered where no query was sent: what the endpoint is to whoever asks for RDF, a first query to anybody else. */
final class WithoutQuery {
    private static final String EXAMPLE =
            "SELECT ?insight ?text { ?insight <https://w3id.org/clew/ontology#text> ?text } LIMIT 5";
    private static final List<String> RDF = List.of(
            WebContent.contentTypeTurtle,
            WebContent.contentTypeRDFXML,
            WebContent.contentTypeJSONLD,
            WebContent.contentTypeNTriples,
            WebContent.contentTypeTriG,
            WebContent.contentTypeNQuads);

    private WithoutQuery() {}

    /**
     * Sends the service description.
     *
     * @throws ClewException (bad-request) with a query that can be sent as it is, when no RDF was asked for
     */
    static void answer(HttpAction action) {
        if (!asksForRdf(action.getRequestHeader("Accept"))) {
            throw refusal(action);
        }
        ServiceDescription.send(action);
    }

    private static boolean asksForRdf(String accept) {
        String wanted = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        return RDF.stream().anyMatch(wanted::contains);
    }

    /** The refusal of a request without a query. */
    static ClewException refusal(HttpAction action) {
        String endpoint = ServiceDescription.address(action);
        return new ClewException(
                ErrorCode.BAD_REQUEST,
                "Send a query, such as " + endpoint + "?query=" + URLEncoder.encode(EXAMPLE, StandardCharsets.UTF_8)
                        + " – by GET, as a form, or as a body of application/sparql-query. The prefixes are at "
                        + endpoint
                        + "/prefixes, a description of this service at this address as text/turtle, an editor for browsers.");
    }
}
