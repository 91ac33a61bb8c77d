package dev.clew.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.LinkLine;
import dev.clew.model.Problem;
import dev.clew.model.Relations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a JSON field stands in one cell. */
sealed interface CellForm {
    /**
     * The field's value.
     *
     * @param cell not blank
     * @throws ClewException (invalid) saying how it is written
     */
    JsonNode read(String cell);

    /** The cell's text. */
    String write(JsonNode value);

    /** A text as it is. */
    record Text() implements CellForm {
        @Override
        public JsonNode read(String cell) {
            return JsonNodeFactory.instance.textNode(cell);
        }

        @Override
        public String write(JsonNode value) {
            return value.textValue();
        }
    }

    /** An id or another word, without space around it. */
    record Word() implements CellForm {
        @Override
        public JsonNode read(String cell) {
            return JsonNodeFactory.instance.textNode(cell.strip());
        }

        @Override
        public String write(JsonNode value) {
            return value.textValue();
        }
    }

    /** A whole number from 0. */
    record Whole() implements CellForm {
        @Override
        public JsonNode read(String cell) {
            String text = cell.strip();
            if (!text.matches("\\d{1,9}")) {
                throw ClewException.invalid("", "must be a whole number from 0, such as 2", text);
            }
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(text));
        }

        @Override
        public String write(JsonNode value) {
            return value.asText();
        }
    }

    /** Whole seconds; read as {@code 754}, {@code 12:34} or {@code 1:02:33}. */
    record Seconds() implements CellForm {
        private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):([0-5]\\d)");

        @Override
        public JsonNode read(String cell) {
            String text = cell.strip();
            Matcher clock = CLOCK.matcher(text);
            if (clock.matches()) {
                int hours = clock.group(1) == null ? 0 : Integer.parseInt(clock.group(1));
                int minutes = Integer.parseInt(clock.group(2));
                return JsonNodeFactory.instance.numberNode(
                        hours * 3600 + minutes * 60 + Integer.parseInt(clock.group(3)));
            }
            if (!text.matches("\\d{1,9}")) {
                throw ClewException.invalid(
                        "", "must be seconds such as 754, or a time such as 12:34 or 1:02:33", text);
            }
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(text));
        }

        @Override
        public String write(JsonNode value) {
            return value.asText();
        }
    }

    /** A list of texts. */
    record Texts() implements CellForm {
        @Override
        public JsonNode read(String cell) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            CellLists.entries(cell).forEach(entry -> list.add(CellLists.plain(entry)));
            return list;
        }

        @Override
        public String write(JsonNode value) {
            List<String> entries = new ArrayList<>();
            value.forEach(each -> entries.add(CellLists.written(each.textValue())));
            return String.join("; ", entries);
        }
    }

    /**
     * A list of objects with these fields, all texts.
     *
     * @param fields in their order
     */
    record Parts(List<String> fields) implements CellForm {
        @Override
        public JsonNode read(String cell) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (String entry : CellLists.entries(cell)) {
                List<String> parts = CellLists.parts(entry);
                if (parts.size() > fields.size()) {
                    throw ClewException.invalid("", "must read " + String.join(" | ", fields), entry);
                }
                ObjectNode object = list.addObject();
                for (int i = 0; i < parts.size(); i++) {
                    if (!parts.get(i).isEmpty()) {
                        object.put(fields.get(i), parts.get(i));
                    }
                }
            }
            return list;
        }

        @Override
        public String write(JsonNode value) {
            List<String> entries = new ArrayList<>();
            value.forEach(object -> entries.add(CellLists.entry(
                    fields.stream().map(field -> object.path(field).asText()).toList())));
            return String.join("; ", entries);
        }
    }

    /** Quantities: their kind first, then their parts. */
    record Quantities() implements CellForm {
        private static final Map<String, List<String>> KINDS = Map.of(
                "value", List.of("of", "value", "unit", "when"),
                "factor", List.of("cause", "causeBy", "effect", "effectBy"));
        private static final List<String> NUMBERS = List.of("value", "causeBy", "effectBy");
        private static final String HOW =
                "must read value | of | 5 | unit | when, or factor | cause | 10 | effect | 2, or product | result |"
                        + " factor | factor";

        @Override
        public JsonNode read(String cell) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            CellLists.entries(cell).forEach(entry -> list.add(quantity(entry, CellLists.parts(entry))));
            return list;
        }

        private static ObjectNode quantity(String entry, List<String> parts) {
            ObjectNode object = JsonNodeFactory.instance.objectNode().put("kind", parts.getFirst());
            if (parts.getFirst().equals("product") && parts.size() > 1) {
                object.put("result", parts.get(1));
                parts.stream().skip(2).forEach(object.putArray("factors")::add);
                return object;
            }
            List<String> fields = KINDS.get(parts.getFirst());
            if (fields == null || parts.size() > fields.size() + 1) {
                throw ClewException.invalid("", HOW, entry);
            }
            for (int i = 1; i < parts.size(); i++) {
                put(object, fields.get(i - 1), parts.get(i), entry);
            }
            return object;
        }

        private static void put(ObjectNode object, String field, String part, String entry) {
            if (!NUMBERS.contains(field)) {
                object.put(field, part);
            } else if (part.matches("-?\\d{1,60}(\\.\\d{1,60})?")) {
                object.put(field, new BigDecimal(part));
            } else {
                throw ClewException.invalid("", HOW, entry);
            }
        }

        @Override
        public String write(JsonNode value) {
            List<String> entries = new ArrayList<>();
            value.forEach(object -> entries.add(CellLists.entry(parts(object))));
            return String.join("; ", entries);
        }

        private static List<String> parts(JsonNode object) {
            List<String> parts = new ArrayList<>(List.of(object.path("kind").asText()));
            List<String> fields = KINDS.get(parts.getFirst());
            if (fields == null) {
                parts.add(object.path("result").asText());
                object.path("factors").forEach(factor -> parts.add(factor.asText()));
            } else {
                fields.forEach(field -> parts.add(
                        NUMBERS.contains(field)
                                ? object.path(field).decimalValue().toPlainString()
                                : object.path(field).asText()));
            }
            return parts;
        }
    }

    /**
     * Links as a curator writes them.
     *
     * @param relations the relation types of this release
     */
    record Links(Relations relations) implements CellForm {
        @Override
        public JsonNode read(String cell) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            List<String> entries = CellLists.entries(cell);
            for (int i = 0; i < entries.size(); i++) {
                try {
                    list.add(LinkJson.write(LinkLine.parse(entries.get(i)).link(relations, name -> name)));
                } catch (ClewException refused) {
                    throw at(i, refused);
                }
            }
            return list;
        }

        private static ClewException at(int index, ClewException refused) {
            return ClewException.invalid(refused.problems().stream()
                    .map(problem -> new Problem(
                            "[" + index + "]" + (problem.path().isEmpty() ? "" : ".") + problem.path(),
                            problem.message(),
                            problem.value()))
                    .toList());
        }

        @Override
        public String write(JsonNode value) {
            List<String> entries = new ArrayList<>();
            value.forEach(
                    link -> entries.add(LinkLine.write(LinkJson.read(JsonFields.of(link), relations), relations)));
            return String.join("; ", entries);
        }
    }
}
