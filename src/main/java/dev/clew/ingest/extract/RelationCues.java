package dev.clew.ingest.extract;

import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How relations are said: their labels and aliases in the forms of verbs, both ways round. Immutable. */
final class RelationCues {
    /** Too general in speech to tell a relation by. */
    private static final Set<String> TOO_GENERAL = Set.of(
            "is a",
            "makes",
            "is with",
            "is in",
            "pushes",
            "runs",
            "leads",
            "helps",
            "lets",
            "vs",
            "copies",
            "lies in",
            "sits in",
            "changes",
            "is like",
            "is related to",
            "uses",
            "goes with",
            "adds to",
            "creates",
            "invites",
            "supports",
            "saves",
            "versus",
            "makes it possible to");
    /** What an object follows directly: an alias that ends so is not said around its object. */
    private static final Set<String> LEADING =
            Words.of("for to of on in with from by against towards toward into more less fewer after than");

    private final Map<String, List<Said>> byFirst = new HashMap<>();

    /** The form in which words say a relation, which asks for other words before them. */
    enum Form {
        /** As they stand: "strengthens", "depends on". */
        PLAIN,
        /** "strengthened": not after "is". */
        PAST,
        /** "driven" in "has driven". */
        PERFECT,
        /** "strengthening" in "is strengthening". */
        GOING_ON,
        /** "a threat to" in "is a threat to". */
        BEING
    }

    /**
     * A way to say a relation.
     *
     * @param words in lower case
     * @param rest what follows the object, as in "holds … back"; mostly nothing
     * @param relation which
     * @param reversed whether the object comes first
     */
    private record Said(List<String> words, List<String> rest, RelationType relation, boolean reversed, Form form) {
        int length() {
            return words.size() + rest.size();
        }
    }

    /**
     * A relation found in a text.
     *
     * @param relation which
     * @param reversed whether the object comes first
     * @param from its first word
     * @param to the word after its last
     * @param rest what has to follow the second entity
     */
    record Cue(RelationType relation, boolean reversed, int from, int to, Form form, List<String> rest) {}

    RelationCues(Relations relations) {
        relations.all().forEach(relation -> {
            Stream.concat(Stream.of(relation.wording().label()), relation.wording().aliases().stream())
                    .filter(alias -> !TOO_GENERAL.contains(alias))
                    .forEach(alias -> add(alias, relation));
            put(relation.wording().inverseLabel(), relation, true);
        });
        byFirst.values().forEach(list -> list.sort(Comparator.comparingInt((Said said) -> -said.length())));
    }

    private void add(String alias, RelationType relation) {
        put(alias, relation, false);
        List<String> words = List.of(alias.split(" "));
        if (words.size() <= 2 && isVerb(words.getFirst())) {
            List<String> by = new ArrayList<>(List.of(Inflection.participle(words.getFirst())));
            by.addAll(words.subList(1, words.size()));
            by.add("by");
            put(new Said(by, List.of(), relation, true, Form.PLAIN));
        }
    }

    private static boolean isVerb(String first) {
        return first.endsWith("s") && !first.equals("is");
    }

    /** The alias with its verb in every form. */
    private void put(String alias, RelationType relation, boolean reversed) {
        List<String> words = List.of(alias.split(" "));
        List<String> rest = words.subList(1, words.size());
        String verb = words.getFirst();
        if (verb.equals("is")) {
            Form form = rest.getLast().equals("by") ? Form.PLAIN : Form.BEING;
            put(new Said(rest, List.of(), relation, reversed, form));
            return;
        }
        if (!isVerb(verb)) {
            put(new Said(words, List.of(), relation, reversed, Form.PLAIN));
            return;
        }
        for (Map.Entry<String, Form> each : forms(verb).entrySet()) {
            List<String> first = new ArrayList<>(List.of(each.getKey()));
            if (!rest.isEmpty() && !LEADING.contains(rest.getLast())) {
                put(new Said(List.copyOf(first), rest, relation, reversed, each.getValue()));
            }
            first.addAll(rest);
            put(new Said(first, List.of(), relation, reversed, each.getValue()));
        }
    }

    private static Map<String, Form> forms(String verb) {
        if (verb.equals("has")) {
            return Map.of(verb, Form.PLAIN, "have", Form.PLAIN, "had", Form.PLAIN);
        }
        Map<String, Form> forms = new HashMap<>();
        forms.put(Inflection.participle(verb), Form.PERFECT);
        forms.put(Inflection.gerund(verb), Form.GOING_ON);
        Inflection.active(verb).forEach(form -> forms.put(form, Form.PAST));
        forms.put(verb, Form.PLAIN);
        forms.put(Inflection.base(verb), Form.PLAIN);
        return forms;
    }

    private void put(Said said) {
        List<Said> same = byFirst.computeIfAbsent(said.words().getFirst(), any -> new ArrayList<>());
        if (same.stream()
                .noneMatch(other ->
                        other.words().equals(said.words()) && other.rest().equals(said.rest()))) {
            same.add(said);
        }
    }

    /** The relations that a text may say from a word on, the longest form first. */
    List<Cue> at(List<Word> words, int at) {
        return byFirst.getOrDefault(words.get(at).lower(), List.of()).stream()
                .filter(said -> Words.match(said.words(), words, at))
                .map(said -> new Cue(
                        said.relation(), said.reversed(), at, at + said.words().size(), said.form(), said.rest()))
                .toList();
    }

    /** The longest form that a text says from a word on as it stands. */
    Optional<Cue> longest(List<Word> words, int at) {
        return at(words, at).stream().filter(each -> each.rest().isEmpty()).findFirst();
    }
}
