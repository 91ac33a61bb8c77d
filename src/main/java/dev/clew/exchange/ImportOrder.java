package dev.clew.exchange;

import dev.clew.exchange.ImportEntry.State;
import dev.clew.ledger.Edit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order in which records are written, so that at no moment one refers to something that is not there: records that
 * refer to each other in a circle are written by one change, after everything they refer to.
 *
 * <p>Tarjan's strongly connected components (Depth-first search and linear graph algorithms, SIAM J. Comput. 1, 1972),
 * without recursion; linear in records and references. It is deterministic: file order where nothing forces another.
 */
final class ImportOrder {
    private static final int BATCH_BYTES = 8 << 20;

    private final ImportSet set;
    private final Map<ImportEntry, Visit> visits = new HashMap<>();
    private final Deque<Visit> path = new ArrayDeque<>();
    private final Deque<Visit> open = new ArrayDeque<>();
    private final List<List<ImportEntry>> groups = new ArrayList<>();

    /** One record under way. */
    private static final class Visit {
        final ImportEntry entry;
        final int number;
        int lowest;
        int nextTarget;
        boolean isOpen = true;

        Visit(ImportEntry entry, int number) {
            this.entry = entry;
            this.number = number;
            this.lowest = number;
        }
    }

    private ImportOrder(ImportSet set) {
        this.set = set;
    }

    /** The good records in groups that must be written together, each after the groups that it refers to. */
    static List<List<ImportEntry>> groups(ImportSet set) {
        ImportOrder order = new ImportOrder(set);
        for (ImportEntry entry : set.entries()) {
            if (entry.state == State.GOOD && !order.visits.containsKey(entry)) {
                order.enter(entry);
                order.walk();
            }
        }
        return order.groups;
    }

    private void enter(ImportEntry entry) {
        Visit visit = new Visit(entry, visits.size());
        visits.put(entry, visit);
        path.push(visit);
        open.push(visit);
    }

    private void walk() {
        while (!path.isEmpty()) {
            Visit visit = path.element();
            if (visit.nextTarget < visit.entry.targets.size()) {
                follow(visit, set.find(visit.entry.targets.get(visit.nextTarget++)));
            } else {
                leave(visit);
            }
        }
    }

    private void follow(Visit visit, @Nullable ImportEntry target) {
        if (target == null || target.state != State.GOOD) {
            return;
        }
        Visit other = visits.get(target);
        if (other == null) {
            enter(target);
        } else if (other.isOpen) {
            visit.lowest = Math.min(visit.lowest, other.number);
        }
    }

    private void leave(Visit visit) {
        path.pop();
        Visit parent = path.peek();
        if (parent != null) {
            parent.lowest = Math.min(parent.lowest, visit.lowest);
        }
        if (visit.lowest == visit.number) {
            List<ImportEntry> group = new ArrayList<>();
            Visit member;
            do {
                member = open.pop();
                member.isOpen = false;
                group.add(member.entry);
            } while (member != visit);
            groups.add(List.copyOf(group));
        }
    }

    /** Fills changes with groups, in order, up to the most records of one change. */
    static List<List<List<ImportEntry>>> batches(List<List<ImportEntry>> groups) {
        List<List<List<ImportEntry>>> batches = new ArrayList<>();
        List<List<ImportEntry>> batch = new ArrayList<>();
        int records = 0;
        long bytes = 0;
        for (List<ImportEntry> group : groups) {
            long groupBytes =
                    group.stream().mapToLong(entry -> entry.place.length()).sum();
            if (records + group.size() > Edit.LIMIT_RECORDS || bytes + groupBytes > BATCH_BYTES && records > 0) {
                batches.add(batch);
                batch = new ArrayList<>();
                records = 0;
                bytes = 0;
            }
            batch.add(group);
            records += group.size();
            bytes += groupBytes;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
