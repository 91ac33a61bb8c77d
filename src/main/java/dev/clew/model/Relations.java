package dev.clew.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The relation types of this release, by id. Immutable and safe for any number of threads. */
public final class Relations {
    private final Map<String, RelationType> byId = new TreeMap<>();

    /** Holds these types; two of one id are refused. */
    public Relations(Collection<RelationType> types) {
        for (RelationType type : types) {
            if (byId.put(type.id(), type) != null) {
                throw ClewException.invalid("relation", "is defined twice in the ontology", type.id());
            }
        }
    }

    /** The type with this id; empty when there is none. */
    public Optional<RelationType> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The type with this id.
     *
     * @throws ClewException (bad-request) naming the id when there is none
     */
    public RelationType require(String id) {
        return find(id).orElseThrow(() -> new ClewException(
                ErrorCode.BAD_REQUEST,
                "Unknown relation '" + id + "'. Known relations: " + String.join(", ", byId.keySet()) + "."));
    }

    /** All types, ordered by id. */
    public List<RelationType> all() {
        return List.copyOf(byId.values());
    }
}
