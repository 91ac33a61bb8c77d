package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.rdf.RdfSource;
import dev.clew.sparql.crowd.Admission;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/**
 * Fuseki's query operation (SPARQL 1.1 Protocol, section 2.1: GET, form POST and direct POST, and the choice of a result
 * format) with our gate before and our evaluation in place of its own. What was answered at this change is answered again from
 * memory.
 */
final class QueryService extends SPARQL_QueryDataset {
    private final RdfSource rdf;
    private final SparqlSettings settings;
    private final QueryGate gate;
    private final Shared shared;
    private final AnswerCache cache;
    private final Supplier<PropertyFunctionRegistry> functions;

    /**
     * Answers from a source.
     *
     * @param functions the property functions that one query may use
     */
    QueryService(RdfSource rdf, Shared shared, Supplier<PropertyFunctionRegistry> functions) {
        this.rdf = rdf;
        this.functions = functions;
        this.settings = shared.settings();
        this.shared = shared;
        this.cache = new AnswerCache(settings.answers().cacheBytes());
        this.gate = new QueryGate(rdf.baseAddress(), settings.limitQueryCharacters());
    }

    @Override
    public void process(HttpAction action) {
        shared.outgoing().send(action, settings.answers().bytes(), super::process);
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
        AnswerKey key = AnswerKey.of(action, queryString, rdf.position());
        try (Admission.Question question = shared.ask(action)) {
            if (!isAnsweredAlready(action, key)) {
                answer(queryString, action, question);
            }
        }
    }

    private boolean isAnsweredAlready(HttpAction action, AnswerKey key) {
        String ifNoneMatch = action.getRequestHeader("If-None-Match");
        if (ifNoneMatch != null && key.isNamedBy(ifNoneMatch)) {
            action.setResponseStatus(304);
            AnswerHeaders.tag(action.getResponse(), key);
            AnswerHeaders.set(action.getResponse(), rdf.position().n(), settings.limitRows(), false);
            return true;
        }
        Optional<AnswerCache.Kept> kept = cache.find(key.digest());
        kept.ifPresent(answer -> {
            AnswerHeaders.tag(action.getResponse(), key);
            AnswerHeaders.set(action.getResponse(), answer.change(), settings.limitRows(), answer.cut());
            action.setResponseContentType(answer.contentType());
            HeldResponse.of(action).write(answer.body());
        });
        return kept.isPresent();
    }

    private void answer(String queryString, HttpAction action, Admission.Question question) {
        AdmittedQuery query =
                gate.admit(queryString, SPARQLProtocol.getDatasetDescription(action, null), functions.get());
        Duration timeLimit = timeLimit(action.getRequestParameter("timeout"));
        QueryRun.Answer answer = shared.evaluate(
                action,
                question,
                timeLimit,
                budget -> rdf.read(view -> new QueryRun(settings, budget).run(query.query(), view, query.functions())));
        AnswerHeaders.set(action.getResponse(), answer.position().n(), settings.limitRows(), answer.cut());
        sendResults(action, answer.result(), query.query().getPrologue());
        if (query.repeatable()) {
            keep(AnswerKey.of(action, queryString, answer.position()), action, answer);
        }
    }

    private void keep(AnswerKey key, HttpAction action, QueryRun.Answer answer) {
        HeldResponse held = HeldResponse.of(action);
        if (held.getStatus() == 200) {
            AnswerHeaders.tag(held, key);
            String contentType = String.valueOf(held.getContentType());
            cache.keep(
                    key.digest(),
                    new AnswerCache.Kept(
                            contentType, held.body(), answer.position().n(), answer.cut()));
        }
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
