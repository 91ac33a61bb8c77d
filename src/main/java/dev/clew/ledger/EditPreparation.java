package dev.clew.ledger;

import dev.clew.ledger.PreparedEdit.Item;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import dev.clew.ontology.References;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes edits through the door, before any transaction. Safe for any number of threads. */
final class EditPreparation {
    /** Whether the records were held against the door before, with the same standings. */
    enum Passed {
        /** They were not. */
        NONE,
        /** All were, and are good. */
        ALL
    }

    private final RecordTexts texts;
    private final Door door;

    EditPreparation(RecordTexts texts, Door door) {
        this.texts = texts;
        this.door = door;
    }

    /** The names of all records that the edit refers to or touches. */
    static Set<RecordName> namesIn(Edit edit) {
        Set<RecordName> names = new HashSet<>();
        for (RecordEdit each : edit.records()) {
            names.add(each.name());
            each.content().ifPresent(record -> names.addAll(References.of(record)));
        }
        return names;
    }

    /**
     * The edit with its canonical texts.
     *
     * @param published the standing of records outside the edit
     * @throws ClewException (invalid) with every problem found
     */
    PreparedEdit prepare(Edit edit, Function<RecordName, Optional<Standing>> published, Passed passed) {
        Map<RecordName, Optional<Standing>> assumed = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (RecordEdit each : edit.records()) {
            items.add(item(each));
        }
        items.sort(Comparator.comparing(item -> item.name().path()));
        Map<RecordName, Optional<Standing>> within = within(items);
        for (Item item : items) {
            for (RecordName target : item.targets()) {
                assume(target, within, assumed, published);
            }
        }
        boolean isSomethingMissing = assumed.values().stream().anyMatch(Optional::isEmpty);
        if (passed == Passed.NONE || isSomethingMissing) {
            check(items, name -> within.getOrDefault(name, assumed.getOrDefault(name, Optional.empty())));
        }
        return new PreparedEdit(edit.author(), items, assumed);
    }

    private static void assume(
            RecordName target,
            Map<RecordName, Optional<Standing>> within,
            Map<RecordName, Optional<Standing>> assumed,
            Function<RecordName, Optional<Standing>> published) {
        if (within.containsKey(target) || assumed.containsKey(target)) {
            return;
        }
        Optional<Standing> found = published.apply(target);
        assumed.put(target, found);
        found.map(Standing::leadsTo).ifPresent(next -> assume(next, within, assumed, published));
    }

    private Item item(RecordEdit edit) {
        Optional<ClewRecord> record = edit.content();
        if (record.isEmpty()) {
            return new Item(edit, null, Set.of());
        }
        Content content = texts.of(record.get());
        return new Item(edit, content, References.of(record.get()));
    }

    /** The standing that the records of the edit itself will have: empty where they are retracted. */
    static Map<RecordName, Optional<Standing>> within(List<Item> items) {
        Map<RecordName, Optional<Standing>> within = new HashMap<>();
        items.forEach(item -> within.put(item.name(), item.edit().content().map(Standing::of)));
        return within;
    }

    /** Holds every record against the door; problems of an edit of several records name the record first. */
    void check(List<Item> items, Function<RecordName, Optional<Standing>> standing) {
        List<Problem> problems = new ArrayList<>();
        for (Item item : items) {
            Content content = item.content();
            if (content != null) {
                door.problems(content.record(), standing)
                        .forEach(problem -> problems.add(items.size() == 1 ? problem : named(item, problem)));
            }
        }
        if (!problems.isEmpty()) {
            throw ClewException.invalid(problems);
        }
    }

    private static Problem named(Item item, Problem problem) {
        String path = problem.path().isEmpty() ? "" : " " + problem.path();
        return new Problem(item.name().path() + path, problem.message(), problem.value());
    }
}
