package dev.clew.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where claims come from: a podcast, one of its episodes, or a document.
 *
 * @param id its slug
 * @param kind podcast, episode or document
 * @param title its title
 * @param podcast the id of the podcast, for an episode; null otherwise
 * @param place which episode of its podcast it is
 * @param publication when it came out, where it is, under which licence
 * @param people who takes part
 * @param note an editor's remark; null when there is none
 */
public record Source(
        String id,
        SourceKind kind,
        String title,
        @Nullable String podcast,
        Place place,
        Publication publication,
        List<Participation> people,
        @Nullable String note)
        implements ClewRecord {
    /**
     * Where an episode stands among the others of its podcast, as the podcast counts them.
     *
     * @param season its season; null when it is in none
     * @param number its number, within the season where there is one; null when it has none
     */
    public record Place(@Nullable Integer season, @Nullable Integer number) {
        /** Is not counted. */
        public static final Place NONE = new Place(null, null);

        /** Checks both numbers. */
        public Place {
            Checks.countedFromZero("season", season);
            Checks.countedFromZero("number", number);
        }
    }

    /**
     * When and where a source came out.
     *
     * @param date the day it came out; null when unknown
     * @param url its page; null when it has none
     * @param enclosure its audio; null when it has none
     * @param duration its length in whole seconds; null when unknown
     * @param licence the address of its licence; null when unknown
     */
    public record Publication(
            @Nullable LocalDate date,
            @Nullable String url,
            @Nullable String enclosure,
            @Nullable Integer duration,
            @Nullable String licence) {
        /** Says nothing. */
        public static final Publication UNKNOWN = new Publication(null, null, null, null, null);

        /** Checks the addresses and the length. */
        public Publication {
            Checks.optionalWebAddress("url", url);
            Checks.optionalWebAddress("enclosure", enclosure);
            Checks.optionalWebAddress("licence", licence);
            Checks.notNegative("duration", duration);
        }
    }

    /**
     * A person's part in a source.
     *
     * @param person the id of the person
     * @param role a slug such as {@code host}, {@code guest} or {@code author}
     */
    public record Participation(String person, String role) {
        /** Checks both ids. */
        public Participation {
            Slug.check("people.person", person);
            Slug.check("people.role", role);
        }

        /** What tells it apart from the source's other participations, a line a part. */
        public String identity() {
            return Identities.lines(role, person);
        }
    }

    /** Checks id, title, lists; refuses a podcast on anything but an episode, and an episode without one. */
    public Source {
        Slug.check("id", id);
        Checks.text("title", title, Limits.LABEL_CHARACTERS);
        Checks.optionalSlug("podcast", podcast);
        people = Identities.ordered(Checks.list("people", people, Limits.LIST), Participation::identity);
        Checks.optionalText("note", note, Limits.NOTE_CHARACTERS);
        if ((kind == SourceKind.EPISODE) != (podcast != null)) {
            throw ClewException.invalid("podcast", "must be given for an episode, and only there", kind.code());
        }
        if (kind != SourceKind.EPISODE && !place.equals(Place.NONE)) {
            String field = place.season() == null ? "number" : "season";
            throw ClewException.invalid(field, "must be given for an episode only: leave it out", kind.code());
        }
    }

    @Override
    public RecordName name() {
        return RecordName.source(id);
    }

    @Override
    public String headline() {
        return title;
    }
}
