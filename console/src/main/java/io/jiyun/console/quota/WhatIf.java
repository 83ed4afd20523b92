package io.jiyun.console.quota;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolKey;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "what if this bureau were given more?"; nothing is stored.
 *
 * @param preview what it would do to the quota
 * @param holders who holds the pool now, the largest first
 */
public record WhatIf(QuotaPreview preview, List<Holder> holders) {

    /**
     * The question.
     *
     * @param resources quantities as text, by resource name
     * @param from null for at once
     * @param until null for without end
     */
    public record Question(
            PoolKey pool,
            Map<String, String> resources,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until) {}

    /** What a bureau, or a request that waits, holds of the pool. */
    public record Holder(String name, Resources held) {}
}
