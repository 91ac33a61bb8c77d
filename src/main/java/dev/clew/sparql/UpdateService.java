package dev.clew.sparql;

import dev.clew.ledger.Position;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.sparql.crowd.Admission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.update.UpdateRequest;
import org.jspecify.annotations.Nullable;

/** SPARQL Update (SPARQL 1.1 Protocol, section 2.2) behind a gate, for whoever its target lets write. */
final class UpdateService extends ActionService {
    private final int limitCharacters;
    private final Shared shared;
    private final UpdateTarget target;
    private final UpdateGate gate;

    UpdateService(String base, Shared shared, UpdateTarget target) {
        this.limitCharacters = shared.settings().limitQueryCharacters();
        this.shared = shared;
        this.target = target;
        this.gate = new UpdateGate(base, limitCharacters, target::check);
    }

    @Override
    public void process(HttpAction action) {
        ProblemAnswer.guard(action, this::update);
    }

    private void update(HttpAction action) {
        target.require(action);
        validate(action);
        Position written = run(action);
        WriteAnswer.send(action, written, target.isVisible(written));
    }

    /** A text that comes slowly takes of its sender's share, and no place. */
    private Position run(HttpAction action) {
        try (Admission.Question question = shared.ask(action)) {
            UpdateRequest update = gate.admit(text(action), graphs(action));
            return shared.evaluate(action, question, budget -> target.run(action, update, budget));
        }
    }

    private static @Nullable DatasetDescription graphs(HttpAction action) {
        List<String> standing = values(action, "using-graph-uri");
        List<String> named = values(action, "using-named-graph-uri");
        return standing.isEmpty() && named.isEmpty() ? null : DatasetDescription.create(standing, named);
    }

    private static List<String> values(HttpAction action, String parameter) {
        String[] values = action.getRequestParameterValues(parameter);
        return values == null ? List.of() : List.of(values);
    }

    @Override
    public void validate(HttpAction action) {
        if (!action.getRequestMethod().equals("POST")) {
            action.getResponse().setHeader("Allow", "POST, OPTIONS");
            throw new ClewException(ErrorCode.METHOD_NOT_ALLOWED, "An update is sent by POST.");
        }
        if (values(action, "update").size() > 1) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The field update is given more than once: send one, with its operations apart by ;.");
        }
    }

    private String text(HttpAction action) {
        String type = String.valueOf(action.getRequestContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("application/sparql-update")) {
            return body(action);
        }
        String form = action.getRequestParameter("update");
        if (type.startsWith("application/x-www-form-urlencoded") && form != null) {
            return form;
        }
        throw new ClewException(
                ErrorCode.UNSUPPORTED_FORMAT,
                "Send the update as application/sparql-update, or in a form as the field update.");
    }

    private String body(HttpAction action) {
        int limit = EndpointHandler.limitBodyBytes(limitCharacters);
        try (InputStream in = action.getRequestInputStream()) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw QueryGate.tooLong(limitCharacters);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "The update is not UTF-8: send it in that encoding.", notText);
        } catch (IOException brokenOff) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "The update broke off: send it again.", brokenOff);
        }
    }

    @Override
    public void execute(HttpAction action) {
        update(action);
    }
}
