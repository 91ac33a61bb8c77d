package dev.clew.ingest.extract;

import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names of the library's entities, found in texts by their longest match. Immutable. */
final class EntityNames {
    private static final int LIMIT_NAME_WORDS = 8;
    private static final int ACRONYM_CHARACTERS = 4;
    /** Names that are everyday words in speech. */
    private static final Set<String> EVERYDAY =
            Set.of("us", "it", "who", "state", "model", "work", "data", "may", "will");

    private final Map<String, List<Named>> byFirst = new HashMap<>();
    private final Map<String, Entity> byId = new HashMap<>();

    /**
     * A name of an entity.
     *
     * @param stems its words without their endings
     * @param name as written
     * @param exact whether the case of its letters counts, as in "US" and "Turkey"
     */
    private record Named(List<String> stems, String name, Entity entity, boolean exact) {}

    EntityNames(Collection<Entity> entities) {
        entities.forEach(entity -> {
            byId.put(entity.id(), entity);
            Stream.concat(Stream.of(entity.naming().label()), entity.naming().aliases().stream())
                    .forEach(name -> add(name, entity));
        });
        byFirst.values()
                .forEach(list -> list.sort(
                        Comparator.comparing((Named named) -> -named.stems().size())
                                .thenComparing(named -> named.entity().id())));
    }

    private void add(String name, Entity entity) {
        List<Word> words =
                Word.all(name).stream().filter(word -> !word.isMark()).toList();
        if (words.isEmpty() || words.size() > LIMIT_NAME_WORDS || name.length() < 2) {
            return;
        }
        List<String> stems = words.stream().map(Word::stem).toList();
        boolean acronym = name.length() <= ACRONYM_CHARACTERS && name.equals(name.toUpperCase(Locale.ROOT));
        boolean proper = words.getFirst().isCapital() && isProper(entity.kind());
        if (words.size() == 1 && EVERYDAY.contains(words.getFirst().lower()) && !acronym) {
            return;
        }
        byFirst.computeIfAbsent(stems.getFirst(), any -> new ArrayList<>())
                .add(new Named(stems, name, entity, acronym || proper));
    }

    private static boolean isProper(EntityKind kind) {
        return switch (kind) {
            case NATION, PERSON, ORGANIZATION, ALLIANCE -> true;
            default -> false;
        };
    }

    Optional<Entity> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The one entity of a kind that is called exactly so; empty when none or several are. */
    Optional<Entity> person(String name) {
        List<Word> words = Word.all(name);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<Entity> found = byFirst.getOrDefault(words.getFirst().stem(), List.of()).stream()
                .filter(named -> named.entity().kind() == EntityKind.PERSON
                        && named.name().equalsIgnoreCase(name))
                .map(Named::entity)
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /**
     * The entities that a text names, in order, none within another.
     *
     * @param around words of what is said about it, which tell entities of one name apart; where they do not, none is named
     */
    List<Mention> in(List<Word> words, Set<String> around) {
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Mention> found = at(words, at, around);
            found.ifPresent(mentions::add);
            at = found.map(Mention::to).orElse(at + 1);
        }
        return mentions;
    }

    private Optional<Mention> at(List<Word> words, int at, Set<String> around) {
        int length = 0;
        List<Named> same = new ArrayList<>();
        for (Named named : byFirst.getOrDefault(words.get(at).stem(), List.of())) {
            if (named.stems().size() < length) {
                break;
            }
            if (matches(named, words, at)) {
                length = named.stems().size();
                same.add(named);
            }
        }
        int to = at + length;
        return meant(same, around).map(named -> new Mention(named.entity().id(), named.name(), at, to));
    }

    private static boolean matches(Named named, List<Word> words, int at) {
        if (at + named.stems().size() > words.size()) {
            return false;
        }
        for (int i = 0; i < named.stems().size(); i++) {
            if (!words.get(at + i).stem().equals(named.stems().get(i))) {
                return false;
            }
        }
        String first = words.get(at).text();
        boolean spelled = named.name().length() > ACRONYM_CHARACTERS || first.startsWith(named.name());
        return !named.exact() || words.get(at).isCapital() && spelled;
    }

    private Optional<Named> meant(List<Named> same, Set<String> around) {
        List<Named> distinct = distinct(same);
        if (distinct.size() <= 1) {
            return distinct.stream().findFirst();
        }
        List<Named> sorted = distinct.stream()
                .sorted(Comparator.comparingLong(named -> -shared(named.entity(), around)))
                .toList();
        boolean clear = shared(sorted.getFirst().entity(), around)
                > shared(sorted.get(1).entity(), around);
        return clear ? Optional.of(sorted.getFirst()) : Optional.empty();
    }

    private static List<Named> distinct(List<Named> same) {
        Set<String> seen = new HashSet<>();
        return same.stream().filter(named -> seen.add(named.entity().id())).toList();
    }

    private long shared(Entity entity, Set<String> around) {
        return context(entity).stream().filter(around::contains).count();
    }

    private Set<String> context(Entity entity) {
        String definition = entity.naming().definition();
        Set<String> words = new HashSet<>();
        Word.all(definition == null ? "" : definition).stream()
                .filter(word -> word.lower().length() > 3)
                .forEach(word -> words.add(word.stem()));
        return words;
    }
}
