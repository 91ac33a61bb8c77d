package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Reader;
import dev.clew.desk.Reader.Linked;
import dev.clew.desk.Readers;
import dev.clew.ontology.Base;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.List;
import java.util.Optional;

/**
 * Who of the readers asks: the one of the account that is signed in, or the one of a private link.
 *
 * @param readers all of them
 * @param base where their pages are
 */
record Readership(Readers readers, Base base) {
    /** The parameter of what cannot send a header. */
    static final Parameter KEY = Parameter.required("key", new Form.Text(100), "What the private link ends with.");

    /** What a call of a reader takes beside its parameters. */
    static Takes takes(List<Parameter> parameters) {
        return Takes.parameters(parameters).reading(Takes.Header.READER_KEY);
    }

    /**
     * The reader who asks; made for an account that has none yet.
     *
     * @throws dev.clew.model.ClewException (not-found) when the key is not, or no longer, good
     */
    Reader of(Route.Asked asked) {
        return find(asked).orElseThrow(() -> new IllegalStateException("such a call needs an account or a key"));
    }

    /** The same; empty when nobody said who asks. */
    Optional<Reader> find(Route.Asked asked) {
        String key = asked.sent().origin().readerKey();
        if (key != null) {
            return Optional.of(readers.byLink(key));
        }
        return asked.caller().isAnonymous()
                ? Optional.empty()
                : Optional.of(readers.of(asked.caller().name()));
    }

    /** The reader of the key that stands in the address. */
    Reader byKey(Route.Asked asked) {
        return readers.byLink(asked.arguments().text("key"));
    }

    /** A private link, as an answer. */
    Answer key(Linked linked) {
        String key = linked.secret();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("key", key)
                .put("page", base.address() + "reading#key=" + key)
                .put("atom", base.address() + "feeds/reading.atom?key=" + key)
                .put("json", base.address() + "feeds/reading.json?key=" + key);
        return unkept(json);
    }

    /** An answer that nobody keeps, since it is about one person. */
    static Answer unkept(ObjectNode json) {
        return Answer.json(json).with("Cache-Control", "no-store");
    }

    /** An answer without a body. */
    static Answer nothing() {
        return Answer.of("", new byte[0]).withStatus(204);
    }
}
