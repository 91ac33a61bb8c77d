package dev.clew.model.text;

import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.model.SearchField;
import java.util.function.Function;

/**
 * What a page shows for a value.
 *
 * @param names labels of entities and titles of sources; the id of what is not published
 * @param relations labels of relations
 */
public record FacetLabels(Function<RecordName, String> names, Relations relations) {
    /** The label of a value of a field. */
    public String of(SearchField field, String value) {
        return switch (field) {
            case ENTITY, HOLDER, SPEAKER, TOPIC -> names.apply(RecordName.entity(value));
            case SOURCE, PODCAST -> names.apply(RecordName.source(value));
            case RELATION ->
                relations.find(value).map(type -> type.wording().label()).orElse(value);
            case SIGN -> sign(value);
            case TYPE, KIND, YEAR, CLAIM_TYPE, CERTAINTY -> value;
            case CONTESTED -> value.equals("true") ? "contested" : "not contested";
        };
    }

    private static String sign(String symbol) {
        return switch (symbol) {
            case "+" -> "raises";
            case "-" -> "lowers";
            default -> "no direction given";
        };
    }
}
