package dev.clew.insight;

import dev.clew.model.Enumerations;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that two claims both hold, or that one holds about the other: checkable against their records. */
public sealed interface Reason {
    /**
     * Its written kind: {@code supports}, {@code contradicts}, {@code refines}, {@code shared-link}, {@code same-holder},
     * {@code shared-entity}, {@code similar-text}, {@code same-source}.
     */
    String kind();

    /** Its parts as ids, by name, in order; {@code kind} first. */
    Map<String, String> parts();

    /** How two claims stand to a link that both hold. */
    enum Stance {
        /** Both assert it. */
        BOTH_ASSERT,
        /** Both deny it. */
        BOTH_DENY,
        /** One asserts what the other denies. */
        OPPOSED
    }

    /**
     * Both hold the same link.
     *
     * @param subject entity
     * @param relation relation
     * @param object entity
     * @param stance how they stand to it
     */
    record SharedLink(String subject, String relation, String object, Stance stance) implements Reason {
        @Override
        public String kind() {
            return "shared-link";
        }

        @Override
        public Map<String, String> parts() {
            String written = Enumerations.code(stance);
            return named(kind(), "subject", subject, "relation", relation, "object", object, "stance", written);
        }
    }

    /**
     * Both link the first entity to the second, by different relations.
     *
     * @param entity the first
     * @param with the second
     * @param opposed whether one says that the one raises the other, and one that it lowers it
     */
    record SharedPair(String entity, String with, boolean opposed) implements Reason {
        @Override
        public String kind() {
            return "shared-entity";
        }

        @Override
        public Map<String, String> parts() {
            return opposed
                    ? named(kind(), "entity", entity, "with", with, "stance", Enumerations.code(Stance.OPPOSED))
                    : named(kind(), "entity", entity, "with", with);
        }
    }

    /**
     * Both answer one question, how the first entity is linked to the second, and both are believed by one holder; never
     * the only reason.
     *
     * @param holder who believes both
     * @param entity the first
     * @param with the second
     */
    record SameHolder(String holder, String entity, String with) implements Reason {
        @Override
        public String kind() {
            return "same-holder";
        }

        @Override
        public Map<String, String> parts() {
            return named(kind(), "holder", holder, "entity", entity, "with", with);
        }
    }

    /**
     * Both are near in meaning, whatever they say of it.
     *
     * @param percent the cosine of the vectors of both claims' texts, in hundredths, rounded down
     */
    record SimilarText(int percent) implements Reason {
        @Override
        public String kind() {
            return "similar-text";
        }

        @Override
        public Map<String, String> parts() {
            return named(kind(), "percent", Integer.toString(percent));
        }
    }

    /**
     * Both are about the entity.
     *
     * @param entity linked, counted, filed under or mentioned by both
     */
    record SharedEntity(String entity) implements Reason {
        @Override
        public String kind() {
            return "shared-entity";
        }

        @Override
        public Map<String, String> parts() {
            return named(kind(), "entity", entity);
        }
    }

    /**
     * One says that it supports the other.
     *
     * @param from the insight that says so
     * @param to the other
     */
    record Supports(String from, String to) implements Reason {
        @Override
        public String kind() {
            return "supports";
        }

        @Override
        public Map<String, String> parts() {
            return named(kind(), "from", from, "to", to);
        }
    }

    /**
     * One says that it contradicts the other.
     *
     * @param from the insight that says so
     * @param to the other
     */
    record Contradicts(String from, String to) implements Reason {
        @Override
        public String kind() {
            return "contradicts";
        }

        @Override
        public Map<String, String> parts() {
            return named(kind(), "from", from, "to", to);
        }
    }

    /**
     * One says that it makes the other more exact.
     *
     * @param from the insight that says so
     * @param to the other
     */
    record Refines(String from, String to) implements Reason {
        @Override
        public String kind() {
            return "refines";
        }

        @Override
        public Map<String, String> parts() {
            return named(kind(), "from", from, "to", to);
        }
    }

    /**
     * Both are from the source; never the only reason.
     *
     * @param source the source
     */
    record SameSource(String source) implements Reason {
        @Override
        public String kind() {
            return "same-source";
        }

        @Override
        public Map<String, String> parts() {
            return named(kind(), "source", source);
        }
    }

    private static Map<String, String> named(String kind, String... namesAndValues) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("kind", kind);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parts;
    }
}
