package io.jiyun.console.quota;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change in the history of a quota.
 *
 * @param kind CREATED or CHANGED
 * @param before null for the creation
 */
public record QuotaChangeLine(
        String changeId,
        String quotaName,
        long version,
        String kind,
        String actor,
        Instant at,
        String reason,
        @Nullable QuotaDraft before,
        QuotaDraft after) {}
