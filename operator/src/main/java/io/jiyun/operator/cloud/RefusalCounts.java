package io.jiyun.operator.cloud;

import io.jiyun.operator.cloud.RefusalMetrics.Count;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the API servers of a cloud have counted. Behind one address there may be several of them,
 * each with counts of its own and none saying which it is: a count that was read before is that of
 * one that has refused nothing since.
 */
final class RefusalCounts {
    private static final int SERVERS = 16;

    /** By how many refusals a server had counted. */
    private final TreeMap<Long, RefusalMetrics> known = new TreeMap<>();

    /**
     * What is new.
     *
     * @param refused how many refusals
     * @param cells those that were counted by cell
     */
    record News(long refused, Map<RefusalCell, Count> cells) {
        static final News NONE = new News(0, Map.of());
    }

    /** Takes in what one of the servers counted; answers what of it is new. */
    News since(RefusalMetrics read) {
        var before = known.floorEntry(read.refused());
        if (before == null) {
            known.put(read.refused(), read);
            if (known.size() > SERVERS) {
                known.pollFirstEntry();
            }
            return News.NONE;
        }
        known.remove(before.getKey());
        known.put(read.refused(), read);
        return new News(read.refused() - before.getKey(), cells(before.getValue(), read));
    }

    private static Map<RefusalCell, Count> cells(RefusalMetrics before, RefusalMetrics read) {
        Map<RefusalCell, Count> counted = before.cells();
        Map<RefusalCell, Count> more = new HashMap<>();
        if (counted != null && read.cells() != null) {
            read.cells()
                    .forEach((cell, count) -> {
                        Count since = count.since(counted.getOrDefault(cell, Count.NONE));
                        if (since.refused() > 0) {
                            more.put(cell, since);
                        }
                    });
        }
        return more;
    }
}
