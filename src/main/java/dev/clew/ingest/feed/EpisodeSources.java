package dev.clew.ingest.feed;

import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import dev.clew.model.Slug;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes sources of episodes. A person of a feed is a name; it becomes a participation only where the library has just one person of
 * that name, for nobody is made up.
 */
final class EpisodeSources {
    private static final String SOME_ROLE = "participant";

    private final Map<String, String> persons = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    EpisodeSources(Stream<Entity> entities) {
        entities.filter(entity -> entity.kind() == EntityKind.PERSON).forEach(this::know);
    }

    private void know(Entity person) {
        Stream.concat(Stream.of(person.naming().label()), person.naming().aliases().stream())
                .map(EpisodeSources::key)
                .distinct()
                .forEach(name -> {
                    String before = persons.put(name, person.id());
                    if (before != null && !before.equals(person.id())) {
                        ambiguous.add(name);
                    }
                });
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** The podcast of a feed, where the library has none to put its episodes under. */
    static Source podcast(Feed.Show show, String address) {
        String title = show.title().isEmpty() ? address : show.title();
        return new Source(
                Slug.of(title, address),
                SourceKind.PODCAST,
                title,
                null,
                Source.Place.NONE,
                new Source.Publication(null, show.page(), null, null, null),
                List.of(),
                null);
    }

    /**
     * The source of an episode; the same episode of the same podcast has the same id each time.
     *
     * @throws dev.clew.model.ClewException (invalid) naming what a source cannot hold
     */
    Source episode(Feed.Item item, String podcast) {
        String title = item.title().isEmpty() ? item.guid() : item.title();
        LocalDate day = item.published() == null
                ? null
                : item.published().atZone(ZoneOffset.UTC).toLocalDate();
        return new Source(
                Slug.of(title, podcast + "\n" + item.guid()),
                SourceKind.EPISODE,
                title,
                podcast,
                new Source.Place(item.numbers().season(), item.numbers().episode()),
                new Source.Publication(
                        day,
                        item.media().page(),
                        item.media().audio(),
                        item.media().seconds(),
                        null),
                people(item),
                null);
    }

    private List<Source.Participation> people(Feed.Item item) {
        return item.people().stream()
                .filter(each -> !ambiguous.contains(key(each.name())))
                .filter(each -> persons.containsKey(key(each.name())))
                .map(each -> new Source.Participation(String.valueOf(persons.get(key(each.name()))), role(each.role())))
                .distinct()
                .toList();
    }

    private static String role(String written) {
        String slug = written.strip().replace(' ', '-');
        return Slug.isSlug(slug) ? slug : SOME_ROLE;
    }
}
