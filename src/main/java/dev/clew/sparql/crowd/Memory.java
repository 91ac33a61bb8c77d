package dev.clew.sparql.crowd;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/** Tells when memory is short: when a collection of garbage has left too much in use. For one thread. */
final class Memory {
    /** More than this share in use after a collection is short. */
    static final int PERCENT = 80;

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
            .toList();
    private long collectionsSeen = collections();

    /** Whether a collection since the last call has left too much in use. */
    boolean isShort() {
        long collections = collections();
        if (collections == collectionsSeen) {
            return false;
        }
        collectionsSeen = collections;
        return pools.stream().anyMatch(Memory::isShort);
    }

    private static boolean isShort(MemoryPoolMXBean pool) {
        MemoryUsage left = pool.getCollectionUsage();
        return left != null
                && left.getMax() > 0
                && left.getUsed() > left.getMax() / 100 * PERCENT
                && pool.getUsage().getUsed() > left.getMax() / 100 * PERCENT;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
