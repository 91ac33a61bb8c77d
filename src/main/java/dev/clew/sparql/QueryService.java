package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.rdf.RdfProjection;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/**
 * Fuseki's query operation (SPARQL 1.1 Protocol, section 2.1: GET, form POST and direct POST, and the choice of a result
 * format) with our gate before and our evaluation in place of its own.
 */
final class QueryService extends SPARQL_QueryDataset {
    private final RdfProjection rdf;
    private final SparqlSettings settings;
    private final QueryGate gate;
    private final Supplier<PropertyFunctionRegistry> functions;

    /**
     * Answers from a projection.
     *
     * @param functions the property functions that one query may use
     */
    QueryService(RdfProjection rdf, SparqlSettings settings, Supplier<PropertyFunctionRegistry> functions) {
        this.rdf = rdf;
        this.functions = functions;
        this.settings = settings;
        this.gate = new QueryGate(rdf.baseAddress(), settings.limitQueryCharacters());
    }

    @Override
    public void process(HttpAction action) {
        ProblemAnswer.guard(action, super::process);
    }

    @Override
    public void execGet(HttpAction action) {
        if (action.getRequestParameter("query") == null) {
            WithoutQuery.answer(action);
        } else {
            super.execGet(action);
        }
    }

    @Override
    public void validate(HttpAction action) {
        String contentType = action.getRequestContentType();
        boolean isUpdate =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("sparql-update");
        if (isUpdate || action.getRequestParameter("update") != null) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "Updates are sent to /sparql/update, with a curator's token.");
        }
        super.validate(action);
    }

    @Override
    protected void execute(String queryString, HttpAction action) {
        Query query = gate.admit(queryString, SPARQLProtocol.getDatasetDescription(action, null));
        QueryRun run = new QueryRun(settings, timeLimit(action.getRequestParameter("timeout")));
        QueryRun.Answer answer = rdf.read(view -> run.run(query, view, functions.get()));
        AnswerHeaders.set(action.getResponse(), answer.position());
        action.setResponseHeader("Clew-Row-Limit", Integer.toString(settings.limitRows()));
        if (answer.cut()) {
            action.setResponseHeader("Clew-Truncated", "true");
        }
        sendResults(action, answer.result(), query.getPrologue());
    }

    private Duration timeLimit(String askedSeconds) {
        if (askedSeconds == null) {
            return settings.timeLimit();
        }
        try {
            Duration asked = Duration.ofMillis((long) (Double.parseDouble(askedSeconds) * 1000));
            if (asked.toMillis() > 0) {
                return asked.compareTo(settings.timeLimit()) < 0 ? asked : settings.timeLimit();
            }
        } catch (NumberFormatException notANumber) {
            throw badTimeout(askedSeconds);
        }
        throw badTimeout(askedSeconds);
    }

    private static ClewException badTimeout(String asked) {
        return new ClewException(
                ErrorCode.BAD_REQUEST,
                "timeout is '" + asked + "': give seconds above 0, such as 2.5, or leave it out.");
    }
}
