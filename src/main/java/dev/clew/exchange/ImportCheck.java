package dev.clew.exchange;

import dev.clew.exchange.ImportEntry.State;
import dev.clew.exchange.RecordLines.Line;
import dev.clew.ledger.Door;
import dev.clew.ledger.Standing;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import dev.clew.ontology.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first pass: reads every record, holds it against the door, and refuses what is not good, together with what
 * cannot stand without it. Blocks of lines are parsed and checked by all processors.
 */
final class ImportCheck {
    private static final int BLOCK_LINES = 2000;
    private static final int BLOCK_BYTES = 8 << 20;

    private final ImportSet set;
    private final RecordJson json;
    private final Door door;
    private final Map<Standing, Standing> oneOfEach = new HashMap<>();

    /** A line, and what became of it: a record or the reason why it is none. */
    private record Read(Line line, @Nullable ClewRecord record, String reason) {}

    /** A record in the set, and what the door says of it. */
    private record Checked(ImportEntry entry, List<Problem> problems) {}

    ImportCheck(ImportSet set, RecordJson json, Door door) {
        this.set = set;
        this.json = json;
        this.door = door;
    }

    /** Reads one file. */
    void read(RecordLines lines, Runnable afterEachBlock) {
        List<Line> block = nextBlock(lines);
        while (!block.isEmpty()) {
            check(block.parallelStream().map(this::read).toList());
            afterEachBlock.run();
            block = nextBlock(lines);
        }
    }

    private static List<Line> nextBlock(RecordLines lines) {
        List<Line> block = new ArrayList<>();
        long bytes = 0;
        while (block.size() < BLOCK_LINES && bytes < BLOCK_BYTES) {
            Line line = lines.next();
            if (line == null) {
                return block;
            }
            block.add(line);
            bytes += line.place().length();
        }
        return block;
    }

    private Read read(Line line) {
        byte[] bytes = line.bytes();
        if (bytes == null) {
            return new Read(line, null, "has more than " + RecordLines.LIMIT_LINE_BYTES + " bytes: shorten it");
        }
        try {
            return new Read(line, json.read(bytes).record(), "");
        } catch (ClewException refused) {
            return new Read(line, null, Refusal.reasonOf(refused));
        }
    }

    private void check(List<Read> block) {
        Map<ImportEntry, ClewRecord> added = new HashMap<>();
        for (Read read : block) {
            ClewRecord record = read.record();
            if (record == null) {
                ImportEntry.Place place = read.line().place();
                set.refuseUnread(new Refusal(place.file().shownName(), place.line(), null, read.reason()));
            } else {
                ImportEntry entry = entry(read.line(), record);
                set.add(entry);
                if (entry.state != State.REFUSED) {
                    added.put(entry, record);
                }
            }
        }
        set.lookUpTargets(added.keySet());
        settle(added.entrySet().parallelStream()
                .filter(each -> each.getKey().targets.stream()
                        .allMatch(target -> set.standing(target).isPresent()))
                .map(each -> new Checked(each.getKey(), door.problems(each.getValue(), set::standing)))
                .toList());
    }

    private ImportEntry entry(Line line, ClewRecord record) {
        Standing standing = Standing.of(record);
        Standing shared = oneOfEach.computeIfAbsent(standing, same -> same);
        return new ImportEntry(line.place(), record.name(), shared, set.shared(References.of(record)));
    }

    private void settle(List<Checked> all) {
        for (Checked checked : all) {
            if (checked.problems().isEmpty()) {
                checked.entry().state = State.GOOD;
            } else {
                set.refuse(checked.entry(), reason(checked));
            }
        }
    }

    private String reason(Checked checked) {
        String problems = checked.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
        Set<String> missing = new TreeSet<>();
        for (RecordName target : checked.entry().targets) {
            ImportEntry other = set.find(target);
            if (other != null && other.state == State.REFUSED) {
                missing.add(target.path());
            }
        }
        return missing.isEmpty() ? problems : problems + "; refused in this import: " + String.join(", ", missing);
    }

    /** Checks what had to wait until all names were known, then whatever stood on something refused, until nothing does. */
    void finish(Runnable afterEachBlock) {
        for (ImportEntry entry : set.entries()) {
            if (entry.state == State.GOOD && entry.targets.stream().anyMatch(set::askedTooEarly)) {
                entry.state = State.UNCHECKED;
            }
        }
        checkAgain(
                set.entries().stream()
                        .filter(entry -> entry.state == State.UNCHECKED)
                        .toList(),
                afterEachBlock);
        refuseWhatStoodOn(
                set.entries().stream()
                        .filter(entry -> entry.state == State.REFUSED)
                        .toList(),
                afterEachBlock);
    }

    /** Checks what refers to these refused records again, and what refers to those, and so on. */
    void refuseWhatStoodOn(List<ImportEntry> refused, Runnable afterEachBlock) {
        if (refused.isEmpty()) {
            return;
        }
        Map<RecordName, List<ImportEntry>> referrers = new HashMap<>();
        for (ImportEntry entry : set.entries()) {
            entry.targets.stream()
                    .filter(target -> set.find(target) != null)
                    .forEach(target -> referrers
                            .computeIfAbsent(target, name -> new ArrayList<>())
                            .add(entry));
        }
        List<ImportEntry> next = refused;
        while (!next.isEmpty()) {
            List<ImportEntry> affected = next.stream()
                    .flatMap(entry -> referrers.getOrDefault(entry.name, List.of()).stream())
                    .filter(entry -> entry.state != State.REFUSED)
                    .distinct()
                    .toList();
            checkAgain(affected, afterEachBlock);
            next = affected.stream()
                    .filter(entry -> entry.state == State.REFUSED)
                    .toList();
        }
    }

    private void checkAgain(List<ImportEntry> entries, Runnable afterEachBlock) {
        for (int from = 0; from < entries.size(); from += BLOCK_LINES) {
            List<ImportEntry> block = entries.subList(from, Math.min(entries.size(), from + BLOCK_LINES));
            set.lookUpTargets(block);
            settle(checked(block.parallelStream()));
            afterEachBlock.run();
        }
    }

    private List<Checked> checked(Stream<ImportEntry> entries) {
        return entries.map(entry -> new Checked(entry, door.problems(record(entry), set::standing)))
                .toList();
    }

    /** Reads the record of an entry again. Safe for any number of threads. */
    ClewRecord record(ImportEntry entry) {
        return json.read(entry.place.file().read(entry.place)).record();
    }
}
