package dev.clew.web.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Sign;
import dev.clew.model.Slug;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a parameter's value must look like: how it is read, and how {@code openapi.json} describes it. */
public sealed interface Form {
    /** The value; empty when the text does not have this form. */
    Optional<Object> read(String raw);

    /** What is expected, as the end of the sentence "must be …". */
    String expected();

    /** The JSON Schema of the value. */
    ObjectNode schema();

    /**
     * Any text without control characters.
     *
     * @param limitCharacters its longest length
     */
    record Text(int limitCharacters) implements Form {
        @Override
        public Optional<Object> read(String raw) {
            boolean clean = raw.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0xFFFD);
            return raw.length() <= limitCharacters && clean ? Optional.of(raw) : Optional.empty();
        }

        @Override
        public String expected() {
            return "text of at most " + limitCharacters + " characters in UTF-8, without control characters";
        }

        @Override
        public ObjectNode schema() {
            return type("string").put("maxLength", limitCharacters);
        }
    }

    /** The id of a record or relation. */
    record Id() implements Form {
        @Override
        public Optional<Object> read(String raw) {
            return Slug.isSlug(raw) ? Optional.of(raw) : Optional.empty();
        }

        @Override
        public String expected() {
            return "an id of 1 to 80 lower-case letters, digits and dashes, such as compute";
        }

        @Override
        public ObjectNode schema() {
            return type("string").put("pattern", "^[a-z0-9][a-z0-9-]{0,79}$");
        }
    }

    /**
     * A whole number.
     *
     * @param least the smallest allowed
     * @param most the largest allowed
     */
    record Whole(long least, long most) implements Form {
        @Override
        public Optional<Object> read(String raw) {
            if (!raw.matches("-?\\d{1,18}")) {
                return Optional.empty();
            }
            long value = Long.parseLong(raw);
            return value >= least && value <= most ? Optional.of(value) : Optional.empty();
        }

        @Override
        public String expected() {
            return "a whole number from " + least + " to " + most;
        }

        @Override
        public ObjectNode schema() {
            return type("integer").put("minimum", least).put("maximum", most);
        }
    }

    /**
     * One of a few words.
     *
     * @param options the words
     */
    record Choice(List<String> options) implements Form {
        /** Copies the words. */
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public Optional<Object> read(String raw) {
            return options.contains(raw) ? Optional.of(raw) : Optional.empty();
        }

        @Override
        public String expected() {
            return "one of " + String.join(", ", options);
        }

        @Override
        public ObjectNode schema() {
            ObjectNode schema = type("string");
            options.forEach(schema.putArray("enum")::add);
            return schema;
        }
    }

    /** True or false. */
    record Flag() implements Form {
        @Override
        public Optional<Object> read(String raw) {
            return switch (raw) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }

        @Override
        public String expected() {
            return "true or false";
        }

        @Override
        public ObjectNode schema() {
            return type("boolean");
        }
    }

    /**
     * A sign; a plus that was not escaped arrives as a space, which can mean nothing else here and is read as a plus.
     *
     * @param options the signs allowed
     */
    record SignForm(List<Sign> options) implements Form {
        /** Copies the signs. */
        public SignForm {
            options = List.copyOf(options);
        }

        @Override
        public Optional<Object> read(String raw) {
            return Sign.find(raw.equals(" ") ? "+" : raw)
                    .filter(options::contains)
                    .map(Object.class::cast);
        }

        @Override
        public String expected() {
            return "one of "
                    + String.join(", ", options.stream().map(Sign::symbol).toList())
                    + " (write + as %2B in an address)";
        }

        @Override
        public ObjectNode schema() {
            ObjectNode schema = type("string");
            options.forEach(sign -> schema.withArray("enum").add(sign.symbol()));
            return schema;
        }
    }

    /**
     * A number that may have decimals.
     *
     * @param above it is greater than this
     * @param most the largest allowed
     */
    record Decimal(double above, double most) implements Form {
        @Override
        public Optional<Object> read(String raw) {
            if (!raw.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
                return Optional.empty();
            }
            double value = Double.parseDouble(raw);
            return value > above && value <= most ? Optional.of(value) : Optional.empty();
        }

        @Override
        public String expected() {
            return "a number above " + text(above) + " and at most " + text(most);
        }

        private static String text(double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }

        @Override
        public ObjectNode schema() {
            return type("number").put("exclusiveMinimum", above).put("maximum", most);
        }
    }

    /** The number of a change, or a day. */
    record ChangeOrDay() implements Form {
        private static final Form CHANGE = new Whole(0, 999_999_999_999_999L);
        private static final Form DAY = new Day();

        @Override
        public Optional<Object> read(String raw) {
            return CHANGE.read(raw).or(() -> DAY.read(raw));
        }

        @Override
        public String expected() {
            return "the number of a change, or a day such as 2026-03-31";
        }

        @Override
        public ObjectNode schema() {
            return type("string").put("pattern", "^(\\d{1,15}|\\d{4}-\\d{2}-\\d{2})$");
        }
    }

    /** A day. */
    record Day() implements Form {
        @Override
        public Optional<Object> read(String raw) {
            if (!raw.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.parse(raw));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }

        @Override
        public String expected() {
            return "a day such as 2026-03-31";
        }

        @Override
        public ObjectNode schema() {
            return type("string").put("format", "date");
        }
    }

    private static ObjectNode type(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
