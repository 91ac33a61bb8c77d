package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.ledger.Change;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.ontology.ChangeDocument;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** The addresses of changes: {@code /change/N}, in the same forms as records. */
final class ChangeAddresses {
    private final Representations representations;
    private final Reads reads;

    ChangeAddresses(Representations representations, Reads reads) {
        this.representations = representations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("GET", "/change/{n}", Role.ANYBODY),
                "One change: who wrote what, when and why; as a page, as RDF (PROV-O) or as JSON.",
                List.of(Parameter.path(
                        "n",
                        new Form.Text(100),
                        "Its number, perhaps with " + Representations.suffixes() + " at the end.")),
                Route.Produces.media(Representations.mediaTypes()),
                asked -> answer(asked.arguments().text("n"), asked.accept())));
    }

    private Answer answer(String last, String accept) {
        Representations.Asked asked = Representations.asked(last, accept);
        return representations.orPage(asked, () -> {
            Change change = change(asked.id());
            Answer answer = switch (asked.format()) {
                case HTML -> representations.page(200);
                case JSON -> Answer.json(json(change));
                default -> representations.rdf(document(change), asked.format());
            };
            return representations.varying(answer, "change/" + change.n());
        });
    }

    private Change change(String number) {
        if (number.matches("[1-9]\\d{0,14}")) {
            long n = Long.parseLong(number);
            List<Change> found = reads.ledger().changesSince(n - 1, 1);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        throw new ClewException(
                ErrorCode.NOT_FOUND, "There is no change of this number; the last one is " + reads.change() + ".");
    }

    private static ChangeDocument document(Change change) {
        return new ChangeDocument(
                change.n(),
                change.at(),
                new ChangeDocument.Made(change.author().who(), change.author().why()),
                names(change, true),
                names(change, false));
    }

    private static List<RecordName> names(Change change, boolean published) {
        return change.records().stream()
                .filter(each -> (each.content() != null) == published)
                .map(RecordChange::name)
                .toList();
    }

    private ObjectNode json(Change change) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("n", change.n())
                .put("iri", reads.base().changeIri(change.n()))
                .put("at", change.at().toString())
                .put("who", change.author().who())
                .put("why", change.author().why())
                .put("hash", change.position().hash());
        ArrayNode records = json.putArray("records");
        change.records()
                .forEach(each -> records.addObject()
                        .put("type", each.name().type().code())
                        .put("id", each.name().id())
                        .put("iri", reads.base().iri(each.name()))
                        .put("version", each.version())
                        .put("status", each.content() == null ? "retracted" : "published"));
        return json.put("change", change.n());
    }
}
