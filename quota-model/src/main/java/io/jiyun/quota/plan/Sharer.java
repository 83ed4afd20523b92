package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Resources;
import org.jspecify.annotations.Nullable;

/**
 * A bureau of a pool, as one that may lend or borrow.
 *
 * @param nominal what it may use itself while nothing is lent or borrowed
 * @param demand what it used or was refused lately; null where that is not known, so that nothing
 *     new is lent or borrowed and nothing asked back
 * @param lendingLimit the most of its unused quota others may have; a resource it does not mention
 *     is not lent
 * @param borrowingLimit the most it may have of others; a resource it does not mention is not
 *     borrowed
 */
public record Sharer(
        String name,
        Resources nominal,
        @Nullable Resources demand,
        Resources lendingLimit,
        Resources borrowingLimit) {}
