package dev.clew.sparql;

import dev.clew.ledger.Position;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.rdf.RdfProjection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.exec.UpdateExecDatasetBuilder;
import org.apache.jena.update.UpdateRequest;

/**
 * SPARQL Update (SPARQL 1.1 Protocol, section 2.2) for curators: run on a view of the published records that buffers what it
 * changes, whose difference goes through the ledger's door as edits of records, all of them or none.
 */
final class UpdateService extends ActionService {
    private final RdfProjection rdf;
    private final SparqlSettings settings;
    private final SparqlWrites writes;
    private final UpdateGate gate;
    private final GraphEdits edits;

    UpdateService(RdfProjection rdf, SparqlSettings settings, SparqlWrites writes) {
        this.rdf = rdf;
        this.settings = settings;
        this.writes = writes;
        this.gate = new UpdateGate(rdf.baseAddress(), settings.limitQueryCharacters());
        this.edits = new GraphEdits(writes);
    }

    @Override
    public void process(HttpAction action) {
        ProblemAnswer.guard(action, this::update);
    }

    private void update(HttpAction action) {
        Caller caller = writes.require(action);
        validate(action);
        UpdateRequest update = gate.admit(text(action));
        Position written = edits.write(caller, "SPARQL update", () -> run(update));
        WriteAnswer.send(action, written, writes.awaitVisible().test(written.n()));
    }

    @Override
    public void validate(HttpAction action) {
        if (!action.getRequestMethod().equals("POST")) {
            action.getResponse().setHeader("Allow", "POST, OPTIONS");
            throw new ClewException(ErrorCode.METHOD_NOT_ALLOWED, "An update is sent by POST.");
        }
        if (action.getRequestParameter("using-graph-uri") != null
                || action.getRequestParameter("using-named-graph-uri") != null) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "Name graphs in the update itself, with USING or GRAPH.");
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
        int limit = EndpointHandler.limitBodyBytes(settings.limitQueryCharacters());
        try (InputStream in = action.getRequestInputStream()) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw QueryGate.tooLong(settings.limitQueryCharacters());
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

    private GraphEdits.Outcome run(UpdateRequest update) {
        return rdf.read(view -> {
            UpdateView dataset = new UpdateView(view.dataset());
            try {
                UpdateExecDatasetBuilder.create()
                        .update(update)
                        .dataset(dataset)
                        .set(ARQ.enablePropertyFunctions, false)
                        .set(ARQ.httpServiceAllowed, false)
                        .timeout(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)
                        .build()
                        .execute();
            } catch (QueryCancelledException cancelled) {
                throw new ClewException(
                        ErrorCode.TIMED_OUT,
                        "The update took longer than the limit of "
                                + settings.timeLimit().toMillis() + " ms and was stopped: narrow it.",
                        cancelled);
            }
            return new GraphEdits.Outcome(view.position(), dataset.changed());
        });
    }

    @Override
    public void execute(HttpAction action) {
        update(action);
    }
}
