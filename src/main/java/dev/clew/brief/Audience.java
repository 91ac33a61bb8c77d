package dev.clew.brief;

import dev.clew.desk.Reader.Weight;
import dev.clew.desk.Readers;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewRecord;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Redirects;
import dev.clew.model.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells how many readers claims reach that are not published yet.
 *
 * @param ledger what is published
 * @param readers who follows what
 */
public record Audience(Ledger ledger, Readers readers) {
    /**
     * How many readers follow something of a new claim among these records, and mute nothing of it. Which of them get it, and
     * when, depends on what else is new.
     */
    public int of(List<ClewRecord> records) {
        Redirects redirects = ledger.redirects();
        Set<Long> reached = new HashSet<>();
        records.stream()
                .filter(record -> record instanceof Insight && isNew(record))
                .map(record -> (Insight) redirects.followed(record))
                .forEach(insight -> readers.following(written(insight, records, redirects)).entrySet().stream()
                        .filter(each -> !each.getValue().contains(Weight.MUTE))
                        .forEach(each -> reached.add(each.getKey())));
        return reached.size();
    }

    private boolean isNew(ClewRecord record) {
        return ledger.read(record.name()).isEmpty();
    }

    /** Everything by which it can be followed, by the names of merged things too. */
    private Set<String> written(Insight insight, List<ClewRecord> records, Redirects redirects) {
        return Follow.of(insight, podcast(insight.passage().source(), records)).stream()
                .flatMap(follow -> Stream.concat(
                        Stream.of(follow),
                        redirects.mergedInto(follow.id()).stream().map(id -> new Follow(follow.kind(), id))))
                .map(Follow::written)
                .collect(Collectors.toSet());
    }

    private String podcast(String source, List<ClewRecord> records) {
        RecordName name = RecordName.source(source);
        return Stream.concat(
                        records.stream().filter(record -> record.name().equals(name)),
                        ledger.read(name).flatMap(StoredRecord::record).stream())
                .map(record -> ((Source) record).podcast())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(source);
    }
}
