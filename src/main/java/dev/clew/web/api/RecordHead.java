package dev.clew.web.api;

import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Insight;
import dev.clew.ontology.Base;
import dev.clew.web.http.PageHead;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The heads of the pages of records. */
final class RecordHead {
    private static final int LIMIT_TITLE_CHARACTERS = 100;

    private RecordHead() {}

    static PageHead of(ClewRecord record, View view, Base base) {
        String path = record.name().path();
        Stream<PageHead.Alternate> forms = Arrays.stream(Format.values())
                .filter(format -> !format.suffix().isEmpty())
                .map(format -> new PageHead.Alternate("/" + path + "." + format.suffix(), format.mediaType()));
        List<PageHead.Alternate> alternates =
                Stream.concat(forms, feeds(record)).toList();
        return new PageHead(
                shortened(record.headline()),
                description(record),
                base.iri(record.name()),
                alternates,
                new SchemaOrg(view, base).of(record));
    }

    /** Where feed readers follow what is claimed of a thing. */
    private static Stream<PageHead.Alternate> feeds(ClewRecord record) {
        return record instanceof Entity
                ? Stream.of(
                        new PageHead.Alternate("/feeds/" + record.name().path() + ".atom", FeedText.ATOM),
                        new PageHead.Alternate("/feeds/" + record.name().path() + ".json", FeedText.JSON))
                : Stream.empty();
    }

    private static String description(ClewRecord record) {
        return switch (record) {
            case Insight insight -> insight.claim().text();
            case Entity entity ->
                Objects.requireNonNullElse(
                        entity.naming().definition(),
                        entity.naming().label() + ": what is claimed of it, by whom, and where it was said.");
            default -> record.headline() + ": the claims made in it.";
        };
    }

    private static String shortened(String text) {
        return text.length() <= LIMIT_TITLE_CHARACTERS ? text : text.substring(0, LIMIT_TITLE_CHARACTERS - 1) + "…";
    }
}
