package dev.clew.search;

import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.SearchField;
import dev.clew.model.text.FilterValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entities and sources by id and by name, in memory: about 300 bytes each. Written by one thread, read by any; it shows
 * the change being taken in a moment before the index does.
 */
final class Names implements FilterValues.Callings {
    private final Map<RecordName, Row> rows = new ConcurrentHashMap<>();
    private final Map<String, List<RecordName>> byCalling = new ConcurrentHashMap<>();
    private final Set<String> languageFields = ConcurrentHashMap.newKeySet();
    private final Completions completions = new Completions();

    /** Takes in the row, or its retraction; returns whether documents that draw on it must be made again. */
    boolean put(RecordName name, @Nullable Row row) {
        Row before = row == null ? rows.remove(name) : rows.put(name, row);
        if (before != null && row != null && before.lendsTheSameAs(row)) {
            completions.replace(before, row);
            return false;
        }
        callings(row).forEach(calling -> change(calling, with(name)));
        callings(before).filter(calling -> !called(row, calling)).forEach(calling -> change(calling, without(name)));
        completions.replace(before, row);
        return true;
    }

    private static Stream<String> callings(@Nullable Row row) {
        return row == null
                ? Stream.empty()
                : row.callings().map(Language::normal).distinct();
    }

    private static boolean called(@Nullable Row row, String calling) {
        return callings(row).anyMatch(calling::equals);
    }

    private void change(String calling, Function<List<RecordName>, List<RecordName>> edit) {
        byCalling.compute(calling, (key, held) -> {
            List<RecordName> edited = edit.apply(held == null ? List.of() : held);
            return edited.isEmpty() ? null : edited;
        });
    }

    private static Function<List<RecordName>, List<RecordName>> with(RecordName name) {
        return held -> held.isEmpty()
                ? List.of(name)
                : Stream.concat(held.stream(), Stream.of(name))
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static Function<List<RecordName>, List<RecordName>> without(RecordName name) {
        return held -> held.stream().filter(other -> !other.equals(name)).toList();
    }

    Optional<Row> find(RecordName name) {
        return Optional.ofNullable(rows.get(name));
    }

    @Override
    public boolean isPublished(RecordName name) {
        return rows.containsKey(name);
    }

    @Override
    public List<RecordName> called(RecordType type, String calling) {
        return byCalling.getOrDefault(Language.normal(calling), List.of()).stream()
                .filter(name -> name.type() == type)
                .toList();
    }

    /** The fields of the other languages of which there ever was a text; see {@link OtherLanguages}. */
    Set<String> languageFields() {
        return languageFields;
    }

    /** Names that begin with something. */
    Completions completions() {
        return completions;
    }

    /** The label or title; the id where the record is gone. */
    String label(RecordName name) {
        Row row = rows.get(name);
        return row == null ? name.id() : row.head();
    }

    /** Every name of every entity that the claim names. */
    Stream<String> namesOf(Row claim) {
        return claim.all(SearchField.ENTITY)
                .map(id -> rows.get(RecordName.entity(id)))
                .flatMap(row -> row == null ? Stream.empty() : row.callings());
    }

    /** Whether everything that the row's document draws on is here. */
    boolean knowsAll(Row row) {
        return row.drawsOn().allMatch(rows::containsKey);
    }

    /** The day that the row, or the source it is from, came out. */
    int day(Row row) {
        return row.one(SearchField.SOURCE)
                .map(id -> rows.get(RecordName.source(id)))
                .map(Row::day)
                .orElse(row.day());
    }

    /** The podcast that the row, or the source it is from, belongs to. */
    Optional<String> podcast(Row row) {
        return row.one(SearchField.SOURCE)
                .map(id -> rows.get(RecordName.source(id)))
                .flatMap(source -> source.one(SearchField.PODCAST))
                .or(() -> row.one(SearchField.PODCAST));
    }
}
