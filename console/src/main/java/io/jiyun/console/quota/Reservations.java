package io.jiyun.console.quota;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolKey;
import java.time.Instant;
import java.util.List;

/** Capacity that waits for requests under way; whoever decides on quota counts it as taken. */
public interface Reservations {
    /**
     * What one request holds in one pool.
     *
     * @param quota the quota the request is for
     */
    record Reserved(String request, String quota, PoolKey pool, Resources resources) {}

    List<Reserved> standing(Instant now);
}
