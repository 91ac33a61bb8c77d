package dev.clew.search;

import dev.clew.model.text.FieldValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers for the values that records hold, given in the order in which they are first seen and never taken back. */
final class FacetValues {
    private final Map<String, Integer> numbers = new HashMap<>();
    private @Nullable FieldValue[] values = new FieldValue[1024];

    /** The number of a term, a new one when it was never seen. */
    synchronized int number(String term) {
        Integer known = numbers.get(term);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == values.length) {
            values = Arrays.copyOf(values, number * 2);
        }
        values[number] = FieldValue.parse(term);
        numbers.put(term, number);
        return number;
    }

    /** The number of a term; -1 when it was never seen. */
    synchronized int find(String term) {
        return numbers.getOrDefault(term, -1);
    }

    /** All values by number, perhaps followed by nulls. */
    synchronized @Nullable FieldValue[] byNumber() {
        return values;
    }

    synchronized int size() {
        return numbers.size();
    }
}
