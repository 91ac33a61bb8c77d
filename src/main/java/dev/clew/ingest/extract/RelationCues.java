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
    private static final List<String> BE = List.of("is", "are", "was", "were", "be", "been");
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
            "invites");

    private final Map<String, List<Said>> byFirst = new HashMap<>();

    /**
     * A way to say a relation.
     *
     * @param words in lower case
     * @param relation which
     * @param reversed whether the object comes first
     */
    private record Said(List<String> words, RelationType relation, boolean reversed) {}

    /**
     * A relation found in a text.
     *
     * @param relation which
     * @param reversed whether the object comes first
     * @param from its first word
     * @param to the word after its last
     */
    record Cue(RelationType relation, boolean reversed, int from, int to) {}

    RelationCues(Relations relations) {
        relations.all().forEach(relation -> {
            Stream.concat(Stream.of(relation.wording().label()), relation.wording().aliases().stream())
                    .filter(alias -> !TOO_GENERAL.contains(alias))
                    .forEach(alias -> add(alias, relation));
            forms(relation.wording().inverseLabel()).forEach(form -> put(form, relation, true));
        });
        byFirst.values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(said -> -said.words().size())));
    }

    private void add(String alias, RelationType relation) {
        forms(alias).forEach(form -> put(form, relation, false));
        List<String> words = List.of(alias.split(" "));
        if (words.size() <= 2
                && !words.getFirst().equals("is")
                && words.getFirst().endsWith("s")) {
            String rest = words.size() == 2 ? " " + words.getLast() : "";
            BE.forEach(be -> put(be + ' ' + Inflection.participle(words.getFirst()) + rest + " by", relation, true));
        }
    }

    /** The alias with its verb in every form. */
    private static List<String> forms(String alias) {
        int blank = alias.indexOf(' ');
        String verb = blank < 0 ? alias : alias.substring(0, blank);
        String rest = blank < 0 ? "" : alias.substring(blank);
        List<String> forms = new ArrayList<>(List.of(alias));
        if (verb.equals("is")) {
            BE.forEach(be -> forms.add(be + rest));
        } else if (verb.endsWith("s")) {
            Inflection.active(verb).forEach(form -> forms.add(form + rest));
        }
        return forms;
    }

    private void put(String form, RelationType relation, boolean reversed) {
        List<String> words = List.of(form.split(" "));
        List<Said> same = byFirst.computeIfAbsent(words.getFirst(), any -> new ArrayList<>());
        if (same.stream().noneMatch(said -> said.words().equals(words))) {
            same.add(new Said(words, relation, reversed));
        }
    }

    /** The relation that a text says from a word on, by its longest form. */
    Optional<Cue> at(List<Word> words, int at) {
        return byFirst.getOrDefault(words.get(at).lower(), List.of()).stream()
                .filter(said -> matches(said.words(), words, at))
                .map(said -> new Cue(
                        said.relation(), said.reversed(), at, at + said.words().size()))
                .findFirst();
    }

    private static boolean matches(List<String> said, List<Word> words, int at) {
        if (at + said.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < said.size(); i++) {
            if (!said.get(i).equals(words.get(at + i).lower())) {
                return false;
            }
        }
        return true;
    }
}
