package io.jiyun.console.quota;

import org.jspecify.annotations.Nullable;

/**
 * Which quotas to list; null and empty do not narrow.
 *
 * @param text part of the quota's name or the bureau's name or code
 * @param pool name of a pool, in {@code cloud} if that is given and in any cloud otherwise
 * @param condition type of a condition that is true, for example {@code OverQuota}
 */
public record QuotaFilter(
        String text,
        @Nullable String cloud,
        @Nullable String pool,
        @Nullable SyncState state,
        @Nullable Pressure pressure,
        @Nullable String condition) {
    public static final QuotaFilter ALL = new QuotaFilter("", null, null, null, null, null);

    public static QuotaFilter ofText(String text) {
        return new QuotaFilter(text, null, null, null, null, null);
    }
}
