package dev.clew.ingest.extract;

import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names of the library's entities, found in texts by their longest match. Immutable. */
final class EntityNames {
    private static final int LIMIT_NAME_WORDS = 8;
    /** Names that are everyday words in speech. */
    private static final Set<String> EVERYDAY =
            Set.of("us", "it", "who", "state", "model", "work", "data", "may", "will");

    private final Map<String, List<Named>> byFirst = new HashMap<>();
    private final Map<String, Entity> byId = new HashMap<>();

    EntityNames(Collection<Entity> entities) {
        entities.forEach(entity -> {
            byId.put(entity.id(), entity);
            Stream.concat(Stream.of(entity.naming().label()), entity.naming().aliases().stream())
                    .forEach(name -> add(Named.of(name, entity)));
        });
        byFirst.values()
                .forEach(list -> list.sort(
                        Comparator.comparing((Named named) -> -named.stems().size())
                                .thenComparing(named -> named.entity().id())));
    }

    private void add(Named named) {
        List<String> stems = named.stems();
        if (stems.isEmpty()
                || stems.size() > LIMIT_NAME_WORDS
                || named.name().length() < 2
                || stems.size() == 1 && EVERYDAY.contains(stems.getFirst()) && !named.isAcronym()) {
            return;
        }
        byFirst.computeIfAbsent(stems.getFirst(), any -> new ArrayList<>()).add(named);
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
        List<Entity> found = byFirst.getOrDefault(Named.stems(words.getFirst()).getFirst(), List.of()).stream()
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
        Context context = new Context(words, around);
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Mention> found = at(context, at);
            found.ifPresent(mentions::add);
            at = found.map(Mention::to).orElse(at + 1);
        }
        return ProperNames.whole(words, mentions, this);
    }

    private Optional<Mention> at(Context context, int at) {
        int to = at;
        List<Named> same = new ArrayList<>();
        for (Named named :
                byFirst.getOrDefault(Named.stems(context.words().get(at)).getFirst(), List.of())) {
            if (!same.isEmpty()
                    && named.stems().size() < same.getFirst().stems().size()) {
                break;
            }
            int end = end(named, context.words(), at);
            if (end > at) {
                to = end;
                same.add(named);
            }
        }
        int until = to;
        return meant(same, context.around())
                .flatMap(named ->
                        context.meant(named, byFirst.getOrDefault(named.stems().getFirst(), List.of())))
                .map(named -> new Mention(named.entity().id(), named.name(), at, until));
    }

    /** The word after the last by which a name is said; where it is not said, its beginning. */
    private static int end(Named named, List<Word> words, int at) {
        if (!named.suits(words.get(at))) {
            return at;
        }
        int next = at;
        int matched = 0;
        while (matched < named.stems().size()) {
            List<String> said = next < words.size() ? Named.stems(words.get(next)) : List.of();
            int until = matched + said.size();
            if (said.isEmpty()
                    || until > named.stems().size()
                    || !named.stems().subList(matched, until).equals(said)) {
                return at;
            }
            matched = until;
            next++;
        }
        return next;
    }

    private static Optional<Named> meant(List<Named> same, Set<String> around) {
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

    private static long shared(Entity entity, Set<String> around) {
        String definition = entity.naming().definition();
        return Word.all(definition == null ? "" : definition).stream()
                .filter(word -> word.lower().length() > 3)
                .map(Word::stem)
                .distinct()
                .filter(around::contains)
                .count();
    }
}
