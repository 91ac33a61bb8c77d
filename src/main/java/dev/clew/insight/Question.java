package dev.clew.insight;

import java.util.List;

/** The exact question on which two claims are in dispute. Equal questions are equal values. */
public sealed interface Question {
    /** Its written kind: {@code effect}, {@code link}, {@code meaning}, {@code amount}, {@code strength}, {@code marked}. */
    String kind();

    /** What it is about: ids of entities, or of insights where a curator put the question. */
    List<String> about();

    /** What tells it apart from every other question. */
    default String key() {
        return kind() + " " + String.join(" ", about());
    }

    /**
     * Does more of one thing make more or less of another?
     *
     * @param from the entity from which the influence comes
     * @param to the entity to which it goes
     */
    record Effect(String from, String to) implements Question {
        @Override
        public String kind() {
            return "effect";
        }

        @Override
        public List<String> about() {
            return List.of(from, to);
        }
    }

    /**
     * Does a link without direction hold?
     *
     * @param subject an entity
     * @param relation a relation
     * @param object an entity
     */
    record Holds(String subject, String relation, String object) implements Question {
        @Override
        public String kind() {
            return "link";
        }

        @Override
        public List<String> about() {
            return List.of(subject, object);
        }

        @Override
        public String key() {
            return kind() + " " + subject + " " + relation + " " + object;
        }
    }

    /**
     * What does a word mean?
     *
     * @param entity the word
     */
    record Meaning(String entity) implements Question {
        @Override
        public String kind() {
            return "meaning";
        }

        @Override
        public List<String> about() {
            return List.of(entity);
        }
    }

    /**
     * How much of it is there?
     *
     * @param entity what is counted
     * @param unit in which unit, lower case
     */
    record Amount(String entity, String unit) implements Question {
        @Override
        public String kind() {
            return "amount";
        }

        @Override
        public List<String> about() {
            return List.of(entity);
        }

        @Override
        public String key() {
            return kind() + " " + entity + " " + unit;
        }
    }

    /**
     * How strongly does one thing follow another?
     *
     * @param cause the entity that changes
     * @param effect the entity that follows
     */
    record Strength(String cause, String effect) implements Question {
        @Override
        public String kind() {
            return "strength";
        }

        @Override
        public List<String> about() {
            return List.of(cause, effect);
        }
    }

    /**
     * Which of two claims is right, because a claim's record says that they cannot both be, or that they are rivals?
     *
     * @param first an insight
     * @param second the other, later in the alphabet
     */
    record Marked(String first, String second) implements Question {
        @Override
        public String kind() {
            return "marked";
        }

        @Override
        public List<String> about() {
            return List.of(first, second);
        }
    }
}
