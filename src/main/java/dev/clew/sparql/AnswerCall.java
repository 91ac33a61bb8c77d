package dev.clew.sparql;

import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.query.ParameterizedSparqlString;
import org.jspecify.annotations.Nullable;

/**
 * A call of the API that queries can make by a property: {@code (?subject ?relation …) clew:edges (<entity> "holder=china")}
 * has the rows of the call's answer, with its checks and bounds. Safe for any number of threads.
 *
 * @param name what stands after {@code clew:}
 * @param about the type of record that comes first among its arguments, as the parameter {@code id}; null for none
 * @param columns names of what a row holds
 * @param rows the rows for the call's parameters, each with a value for every column
 */
public record AnswerCall(
        String name,
        @Nullable RecordType about,
        List<String> columns,
        Function<Map<String, List<String>>, List<List<Value>>> rows) {
    /** One value of a row. */
    public sealed interface Value {
        /** The address of a record. */
        record Of(RecordName name) implements Value {}

        /** The address of a relation. */
        record Relation(String id) implements Value {}

        /** A text. */
        record Text(String text) implements Value {}

        /** A whole number. */
        record Whole(long number) implements Value {}

        /** A measured number. */
        record Real(double number) implements Value {}
    }

    /** Copies the columns. */
    public AnswerCall {
        columns = List.copyOf(columns);
    }

    String iri() {
        return "https://w3id.org/clew/ontology#" + name;
    }

    private String variables() {
        return columns.stream().map(each -> "?" + each).collect(Collectors.joining(" "));
    }

    /** How it is written, for a sentence. */
    String example() {
        String first = about == null ? "" : "<" + about.code() + "> ";
        return "(" + variables() + ") clew:" + name + " (" + first + "\"limit=10\")";
    }

    /**
     * The query that gives the same rows as the call.
     *
     * @param address of the record that it is about; null for none
     * @param parameters the call's other parameters, as they stand in its address
     */
    public String query(@Nullable String address, String parameters) {
        String first = about == null ? "" : "?about ";
        ParameterizedSparqlString text =
                new ParameterizedSparqlString("PREFIX clew: <https://w3id.org/clew/ontology#>\n"
                        + "SELECT " + variables() + "\nWHERE { (" + variables() + ") clew:" + name + " (" + first
                        + "?parameters) }\n");
        if (address != null) {
            text.setIri("about", address);
        }
        text.setLiteral("parameters", parameters);
        return text.toString();
    }
}
