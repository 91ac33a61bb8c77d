package dev.clew.desk;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import java.time.Clock;
import java.util.Set;

/** Which rules of scans curators switched off. Safe for any number of threads, and for several processes. */
public final class ScanRules {
    /** By what it is counted that a candidate was left out because what picked it is off. */
    public static final String DROPPED = "rule-off";

    private final Store store;
    private final Clock clock;

    ScanRules(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The codes of those that are off. */
    public Set<String> off() {
        return store.read(handle -> handle.createQuery("SELECT rule FROM scan_rule_off")
                .mapTo(String.class)
                .set());
    }

    /**
     * Switches a rule off or on for the scans to come; what it picked before stays. Turning it as it is already changes nothing.
     *
     * @param by the account that does
     * @throws ClewException (not-found) when no claim was ever picked by it
     */
    public void turn(String rule, boolean on, String by) {
        store.write(handle -> {
            long picked = handle.createQuery("SELECT COUNT(*) FROM scan_candidate_rule WHERE rule = :rule")
                    .bind("rule", rule)
                    .mapTo(Long.class)
                    .one();
            if (picked == 0) {
                throw new ClewException(
                        ErrorCode.NOT_FOUND,
                        "No claim was ever picked by a rule '" + rule + "': see those at /api/scans.");
            }
            handle.execute("DELETE FROM scan_rule_off WHERE rule = ?", rule);
            return on
                    ? 0
                    : handle.execute(
                            "INSERT INTO scan_rule_off (rule, by_name, at_millis) VALUES (?, ?, ?)",
                            rule,
                            by,
                            clock.millis());
        });
    }
}
