package dev.clew.web.http;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.Sign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The checked values of one request's parameters, by name. Immutable. */
public final class Arguments {
    private final Map<String, List<Object>> values;

    private Arguments(Map<String, List<Object>> values) {
        this.values = values;
    }

    /**
     * Reads and checks every parameter of a route.
     *
     * @param known the route's parameters
     * @param path the values in the path
     * @param query the values in the query, as given
     * @throws ClewException (bad-request) for an unknown name, or a value without the right form
     */
    public static Arguments read(List<Parameter> known, Map<String, String> path, Map<String, List<String>> query) {
        refuseUnknown(known, query);
        Map<String, List<Object>> values = new LinkedHashMap<>();
        for (Parameter parameter : known) {
            List<String> given = parameter.place() == Parameter.Place.PATH
                    ? List.of(Objects.requireNonNullElse(path.get(parameter.name()), ""))
                    : query.getOrDefault(parameter.name(), List.of());
            values.put(parameter.name(), parameter.read(given));
        }
        return new Arguments(values);
    }

    private static void refuseUnknown(List<Parameter> known, Map<String, List<String>> query) {
        List<String> names = known.stream()
                .filter(parameter -> parameter.place() == Parameter.Place.QUERY)
                .map(Parameter::name)
                .toList();
        List<Problem> problems = new ArrayList<>();
        query.keySet().stream()
                .filter(name -> !names.contains(name))
                .limit(20)
                .forEach(name -> problems.add(new Problem("", "is not a parameter here", name)));
        if (!problems.isEmpty()) {
            String advice = names.isEmpty() ? "It takes none." : "Known parameters: " + String.join(", ", names) + ".";
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "Unknown parameter '" + problems.getFirst().value() + "'. " + advice,
                    problems);
        }
    }

    /** The same with every text of these parameters, as far as the route has them, put through a function. */
    public Arguments with(Set<String> names, UnaryOperator<String> function) {
        Map<String, List<Object>> mapped = new LinkedHashMap<>(values);
        mapped.replaceAll((name, all) -> names.contains(name)
                ? all.stream().map(value -> put(value, function)).toList()
                : all);
        return new Arguments(mapped);
    }

    private static Object put(Object value, UnaryOperator<String> function) {
        return value instanceof String text ? function.apply(text) : value;
    }

    /** Whether the route has a parameter of this name. */
    public boolean knows(String name) {
        return values.containsKey(name);
    }

    /** The text of a parameter that is always there: required, or with a default. */
    public String text(String name) {
        return (String) one(name).orElseThrow(() -> new IllegalStateException("no value for parameter " + name));
    }

    /** The text of a parameter that may be left out. */
    public Optional<String> optionalText(String name) {
        return one(name).map(String.class::cast);
    }

    /** The number of a parameter that is always there. */
    public int whole(String name) {
        return optionalWhole(name)
                .map(Math::toIntExact)
                .orElseThrow(() -> new IllegalStateException("no value for parameter " + name));
    }

    /** The number of a parameter that may be left out. */
    public Optional<Long> optionalWhole(String name) {
        return one(name).map(Long.class::cast);
    }

    /** The truth of a parameter that may be left out. */
    public Optional<Boolean> flag(String name) {
        return one(name).map(Boolean.class::cast);
    }

    /** The one value of this type; empty when left out. */
    public <T> Optional<T> value(String name, Class<T> type) {
        return one(name).map(type::cast);
    }

    /** All texts of a parameter that takes many, in the order given. */
    public List<String> texts(String name) {
        return all(name).stream().map(String.class::cast).toList();
    }

    /** All values of a parameter that takes many, as they are written, in the order given. */
    public List<String> written(String name) {
        return all(name).stream()
                .map(value -> value instanceof Sign sign ? sign.symbol() : value.toString())
                .toList();
    }

    private Optional<Object> one(String name) {
        return all(name).stream().findFirst();
    }

    private List<Object> all(String name) {
        List<Object> found = values.get(name);
        if (found == null) {
            throw new IllegalStateException("not a parameter of this route: " + name);
        }
        return found;
    }
}
