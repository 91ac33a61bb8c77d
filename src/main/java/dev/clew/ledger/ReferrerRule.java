package dev.clew.ledger;

import dev.clew.ledger.PreparedEdit.Item;
import dev.clew.model.ClewRecord;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Nothing is left referring to what is no longer there, or no longer what it was: a record that others refer to is not
 * retracted, and it changes its kind or loses a framing only when all who refer to it stay valid.
 */
final class ReferrerRule {
    private static final int LIMIT_REFERRERS = 10_000;
    private static final int LIMIT_LISTED = 20;

    private final Handle handle;
    private final Map<RecordName, RecordRow> rows;
    private final List<Item> items;
    private final Set<RecordName> edited;
    private final RecordTexts texts;

    ReferrerRule(Handle handle, Map<RecordName, RecordRow> rows, List<Item> items, RecordTexts texts) {
        this.handle = handle;
        this.rows = rows;
        this.items = items;
        this.edited = items.stream().map(Item::name).collect(Collectors.toSet());
        this.texts = texts;
    }

    void check(Function<RecordName, Optional<Standing>> standing) {
        List<Problem> problems = new ArrayList<>();
        for (Item item : items) {
            RecordRow row = rows.get(item.name());
            if (row == null || !row.published()) {
                continue;
            }
            Optional<Standing> next = item.edit().content().map(Standing::of);
            if (next.isEmpty()) {
                checkRetracted(row, problems);
            } else if (!next.get().keeps(row.standing())) {
                checkChanged(row, standing, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw Refusals.of(ErrorCode.CONFLICT, problems);
        }
    }

    private void checkRetracted(RecordRow row, List<Problem> problems) {
        List<RecordName> left = RecordRows.referrers(handle, row.number(), edited.size() + LIMIT_LISTED + 1).stream()
                .filter(referrer -> !edited.contains(referrer))
                .toList();
        if (!left.isEmpty()) {
            String listed =
                    left.stream().limit(LIMIT_LISTED).map(RecordName::path).collect(Collectors.joining(", "));
            String more = left.size() > LIMIT_LISTED ? " and more" : "";
            problems.add(new Problem(
                    row.name().path(), "is still referred to by " + listed + more + ": change these first", null));
        }
    }

    private void checkChanged(
            RecordRow row, Function<RecordName, Optional<Standing>> standing, List<Problem> problems) {
        List<RecordName> referrers = reliant(row);
        if (referrers.size() > LIMIT_REFERRERS) {
            problems.add(new Problem(
                    row.name().path(),
                    "more than " + LIMIT_REFERRERS + " records refer to it: keep its kind and framings",
                    null));
            return;
        }
        for (RecordName referrer : referrers) {
            if (!edited.contains(referrer) && problems.size() < LIMIT_LISTED) {
                checkReferrer(row, referrer, standing, problems);
            }
        }
    }

    /** Who refers to it, and who refers to what was merged into it. */
    private List<RecordName> reliant(RecordRow row) {
        List<RecordName> direct = RecordRows.referrers(handle, row.number(), LIMIT_REFERRERS + 1);
        Set<RecordName> all = new LinkedHashSet<>(direct);
        List<RecordName> entities =
                direct.stream().filter(each -> each.type() == RecordType.ENTITY).toList();
        for (RecordRow each : RecordRows.find(handle, entities).values()) {
            if (each.standing().leadsTo() != null) {
                all.addAll(RecordRows.referrers(handle, each.number(), LIMIT_REFERRERS + 1));
            }
        }
        return List.copyOf(all);
    }

    private void checkReferrer(
            RecordRow changed,
            RecordName referrer,
            Function<RecordName, Optional<Standing>> standing,
            List<Problem> problems) {
        ClewRecord record = RecordReader.current(handle, referrer, texts)
                .flatMap(StoredRecord::record)
                .orElseThrow();
        for (Problem problem : Door.referenceProblems(record, standing)) {
            problems.add(new Problem(
                    changed.name().path(),
                    referrer.path() + " relies on what it was: " + problem.path() + " " + problem.message(),
                    problem.value()));
        }
    }
}
