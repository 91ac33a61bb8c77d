package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.PathAnswer;
import dev.clew.model.SearchIndex;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What queries may ask beyond the standard, by the properties {@code clew:path}, {@code clew:matches}, and one for
 * each further call of the API.
 *
 * @param paths answers the parameters of {@code /api/paths}
 * @param search finds claims by words; null where an endpoint has none
 * @param calls calls whose answers are rows
 */
public record SparqlFunctions(
        Function<Map<String, List<String>>, PathAnswer> paths,
        @Nullable SearchIndex search,
        List<AnswerCall> calls) {
    /** None of them. */
    public static final SparqlFunctions NONE = new SparqlFunctions(
            asked -> {
                throw new ClewException(ErrorCode.BAD_REQUEST, "This endpoint answers no paths: ask /api/paths.");
            },
            null,
            List.of());

    /** Copies the calls. */
    public SparqlFunctions {
        calls = List.copyOf(calls);
    }

    /**
     * The only property functions that one query may use. The engine makes several of each where rows of another pattern
     * lead to it, so what a query may ask in all is counted here.
     */
    PropertyFunctionRegistry forOneQuery(String base) {
        PropertyFunctionRegistry registry = new PropertyFunctionRegistry();
        AtomicInteger made = new AtomicInteger();
        registry.put(PathFunction.NAME, uri -> new PathFunction(paths, base, made));
        calls.forEach(call -> registry.put(call.iri(), uri -> new AnswerFunction(call, base, made)));
        if (search != null) {
            TextSearches searches = new TextSearches(search);
            registry.put(MatchFunction.NAME, uri -> new MatchFunction(searches, base));
        }
        return registry;
    }
}
