package dev.clew.search;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Certainty;
import dev.clew.model.Claim;
import dev.clew.model.ClaimType;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.EntityCodes;
import dev.clew.model.EntityKind;
import dev.clew.model.EntityNaming;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Link;
import dev.clew.model.Passage;
import dev.clew.model.RecordName;
import dev.clew.model.Sign;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import dev.clew.model.Subjects;
import dev.clew.projection.Projection;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A search index over records that a test publishes, with the positions of an invented ledger. */
public final class SearchWorld implements AutoCloseable {
    private final SearchProjection projection;

    /** Opens the index in this directory. */
    public SearchWorld(Path directory) {
        this.projection = new SearchProjection(directory);
    }

    /** Publishes these records as one change. */
    public SearchWorld publish(ClewRecord... records) {
        return change(published(records));
    }

    /** Retracts this record. */
    public SearchWorld retract(RecordName name) {
        return change(List.of(new RecordChange(name, 2, null)));
    }

    private SearchWorld change(List<RecordChange> records) {
        change(projection, records);
        return this;
    }

    /** Has a projection take in the next change of the invented ledger. */
    static void change(Projection projection, List<RecordChange> records) {
        long n = projection.position().n() + 1;
        Position position = new Position("invented", n, Long.toHexString(n));
        projection.apply(List.of(new Change(position, Instant.EPOCH, new Change.Author("test", "test"), records)));
    }

    /** These records as published. */
    static List<RecordChange> published(ClewRecord... records) {
        return Arrays.stream(records)
                .map(record -> new RecordChange(record.name(), 1, new RecordChange.Content(record, "")))
                .toList();
    }

    /** The projection. */
    public SearchProjection projection() {
        return projection;
    }

    /** A document that came out on this day. */
    public static Source document(String id, @Nullable LocalDate date) {
        Source.Publication publication = new Source.Publication(date, null, null, null, null);
        return new Source(id, SourceKind.DOCUMENT, "The " + id, null, Source.Place.NONE, publication, List.of(), null);
    }

    /** An episode of a podcast. */
    public static Source episode(String id, String podcast, LocalDate date) {
        Source.Publication publication = new Source.Publication(date, null, null, null, null);
        return new Source(
                id, SourceKind.EPISODE, "Episode " + id, podcast, Source.Place.NONE, publication, List.of(), null);
    }

    /** An entity of this kind, label and aliases, with no definition. */
    public static Entity entity(String id, EntityKind kind, String label, String... aliases) {
        EntityNaming naming = new EntityNaming(label, "en", List.of(aliases), null);
        return new Entity(id, kind, naming, EntityCodes.NONE, List.of(), List.of(), "brief", null);
    }

    /** A plain report in these words from the document {@code brief}. */
    public static Insight claim(String id, String text, Link... links) {
        return claim(id, text, "brief", null, links);
    }

    /** A plain report in these words from this source by this holder. */
    public static Insight claim(String id, String text, String source, @Nullable String holder, Link... links) {
        return new Insight(
                id,
                new Claim(text, "en", ClaimType.REPORT, Certainty.PLAIN),
                new Belief(holder, null, Attribution.OWN),
                new Passage(source, null, null),
                Arrays.asList(links),
                List.of(),
                InsightReferences.NONE,
                Subjects.NONE,
                null);
    }

    /** The same claim about these topics. */
    public static Insight about(Insight insight, String... topics) {
        return new Insight(
                insight.id(),
                insight.claim(),
                insight.belief(),
                insight.passage(),
                insight.links(),
                insight.quantities(),
                insight.references(),
                new Subjects(List.of(topics), List.of()),
                insight.note());
    }

    /** Two nations, two things, three sources, four claims. */
    public static ClewRecord[] small() {
        Link restricts = Link.of("united-states", "restricts", "advanced-chips", Sign.MINUS);
        Link enables = Link.of("advanced-chips", "enables", "sovereignty", Sign.PLUS);
        return Stream.of(
                        document("brief", null),
                        new Source(
                                "cast",
                                SourceKind.PODCAST,
                                "The Cast",
                                null,
                                Source.Place.NONE,
                                Source.Publication.UNKNOWN,
                                List.of(),
                                null),
                        episode("early", "cast", LocalDate.of(2023, 5, 1)),
                        episode("late", "cast", LocalDate.of(2025, 2, 3)),
                        entity("united-states", EntityKind.NATION, "United States", "US", "USA", "America"),
                        entity("turkiye", EntityKind.NATION, "Türkiye", "Turkey"),
                        entity(
                                "advanced-chips",
                                EntityKind.TECHNOLOGY,
                                "Advanced chips",
                                "leading-edge semiconductors"),
                        entity("sovereignty", EntityKind.CONCEPT, "Sovereignty"),
                        claim("export-limits", "Washington limits exports of chips.", "early", null, restricts),
                        claim(
                                "owning",
                                "Owning the hardware makes a country's choices its own.",
                                "late",
                                null,
                                enables),
                        claim("ankara", "Türkiye's allies doubted it.", "brief", "turkiye"),
                        claim("held", "Alliances need sharing.", "early", "united-states", restricts, enables))
                .toArray(ClewRecord[]::new);
    }

    @Override
    public void close() {
        projection.close();
    }
}
