package dev.clew.model;

import java.util.Comparator;
import java.util.Optional;

/**
 * The name of a record: its type and its id.
 *
 * @param type insight, entity or source
 * @param id a slug, unique among records of the type
 */
public record RecordName(RecordType type, String id) implements Comparable<RecordName> {
    private static final Comparator<RecordName> ORDER =
            Comparator.comparing(RecordName::type).thenComparing(RecordName::id);

    /** Checks the id. */
    public RecordName {
        Slug.check("id", id);
    }

    /** The name of an insight. */
    public static RecordName insight(String id) {
        return new RecordName(RecordType.INSIGHT, id);
    }

    /** The name of an entity. */
    public static RecordName entity(String id) {
        return new RecordName(RecordType.ENTITY, id);
    }

    /** The name of a source. */
    public static RecordName source(String id) {
        return new RecordName(RecordType.SOURCE, id);
    }

    /** The address relative to the base, such as {@code entity/compute}. */
    public String path() {
        return type.code() + "/" + id;
    }

    /** The name with this relative address; empty when it is none. */
    public static Optional<RecordName> parse(String path) {
        int slash = path.indexOf('/');
        if (slash < 0 || !Slug.isSlug(path.substring(slash + 1))) {
            return Optional.empty();
        }
        return RecordType.find(path.substring(0, slash)).map(type -> new RecordName(type, path.substring(slash + 1)));
    }

    @Override
    public int compareTo(RecordName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path();
    }
}
