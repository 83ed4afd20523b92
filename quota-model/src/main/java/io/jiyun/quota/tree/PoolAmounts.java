package io.jiyun.quota.tree;

import io.jiyun.quota.amount.Resources;
import java.util.SortedMap;
import java.util.TreeMap;

/** The worse of two accounts of the same bureau, pool by pool. */
final class PoolAmounts {

    /** In each pool the larger of both. */
    static SortedMap<PoolKey, Resources> larger(
            SortedMap<PoolKey, Resources> left, SortedMap<PoolKey, Resources> right) {
        SortedMap<PoolKey, Resources> both = new TreeMap<>(left);
        right.forEach((pool, amount) -> both.merge(pool, amount, Resources::largerOf));
        return both;
    }

    /** In each pool of the first the smaller of both; what the other does not name is nothing. */
    static SortedMap<PoolKey, Resources> smaller(
            SortedMap<PoolKey, Resources> left, SortedMap<PoolKey, Resources> right) {
        SortedMap<PoolKey, Resources> both = new TreeMap<>();
        left.forEach((pool, amount) -> {
            Resources theirs = right.getOrDefault(pool, Resources.none());
            both.put(pool, amount.onlyOf(theirs).cutTo(theirs));
        });
        return both;
    }

    private PoolAmounts() {}
}
