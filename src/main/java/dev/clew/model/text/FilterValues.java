package dev.clew.model.text;

import dev.clew.model.Certainty;
import dev.clew.model.ClaimType;
import dev.clew.model.ClewException;
import dev.clew.model.EntityKind;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.SearchField;
import dev.clew.model.Slug;
import dev.clew.model.SourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Understands the value of a filter: codes in upper or lower case; entities, sources and relations by id or by any name.
 *
 * @param names entities and sources
 * @param relations relation types
 */
public record FilterValues(Callings names, Relations relations) {
    /** Which entities and sources are published, and how they are called. */
    public interface Callings {
        /** Whether this record is published. */
        boolean isPublished(RecordName name);

        /** The records of a type that are called exactly so, apart from case and accents, ordered by id. */
        List<RecordName> called(RecordType type, String calling);
    }

    /**
     * The values meant, more than one where several things are called so.
     *
     * @throws ClewException (bad-request) naming the field, the value and what it can be
     */
    public List<FieldValue> meant(SearchField field, String value) {
        List<String> codes = switch (field) {
            case TYPE -> choose(field, value, codes(RecordType.class));
            case KIND -> choose(field, value, kinds());
            case SIGN -> choose(field, value, List.of("+", "-", "0"));
            case CLAIM_TYPE -> choose(field, value, codes(ClaimType.class));
            case CERTAINTY -> choose(field, value, codes(Certainty.class));
            case CONTESTED -> choose(field, value, List.of("true", "false"));
            case YEAR -> year(field, value);
            case RELATION -> relation(field, value);
            case ENTITY, HOLDER, SPEAKER, TOPIC -> record(field, value, RecordType.ENTITY);
            case SOURCE, PODCAST -> record(field, value, RecordType.SOURCE);
        };
        return codes.stream().map(code -> new FieldValue(field, code)).toList();
    }

    private static <E extends Enum<E>> List<String> codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enumerations::code).toList();
    }

    private static List<String> kinds() {
        return Stream.concat(
                        Arrays.stream(EntityKind.values()).map(EntityKind::label),
                        Arrays.stream(SourceKind.values()).map(RecordValues::written))
                .toList();
    }

    private static List<String> choose(SearchField field, String value, List<String> choices) {
        List<String> chosen = choices.stream().filter(value::equalsIgnoreCase).toList();
        if (chosen.isEmpty()) {
            throw refused(field, "must be one of " + String.join(", ", choices), value);
        }
        return chosen;
    }

    private static List<String> year(SearchField field, String value) {
        if (!value.matches("\\d{4}")) {
            throw refused(field, "must be a year such as 2025", value);
        }
        return List.of(value);
    }

    private List<String> relation(SearchField field, String value) {
        List<String> found = relations.all().stream()
                .filter(type -> isCalled(type, value.toLowerCase(Locale.ROOT)))
                .map(RelationType::id)
                .toList();
        if (found.isEmpty()) {
            String known = relations.all().stream().map(RelationType::id).collect(Collectors.joining(", "));
            throw refused(field, "must be a relation; known are " + known, value);
        }
        return found;
    }

    private static boolean isCalled(RelationType type, String value) {
        return type.id().equals(value)
                || type.wording().label().equalsIgnoreCase(value)
                || type.wording().aliases().stream().anyMatch(value::equalsIgnoreCase);
    }

    private List<String> record(SearchField field, String value, RecordType type) {
        List<String> found = new ArrayList<>();
        if (Slug.isSlug(value) && names.isPublished(new RecordName(type, value))) {
            found.add(value);
        } else {
            names.called(type, value).forEach(name -> found.add(name.id()));
        }
        if (found.isEmpty()) {
            throw refused(field, "must be the id or the whole name of a published " + type.code(), value);
        }
        return found;
    }

    private static ClewException refused(SearchField field, String message, String value) {
        Problem problem = new Problem(field.code(), message, value);
        return new ClewException(ErrorCode.BAD_REQUEST, problem + ".", List.of(problem));
    }
}
