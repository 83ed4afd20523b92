package io.jiyun.console.quota.internal;

import io.fabric8.kubernetes.api.model.Condition;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.console.quota.SyncState;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.Percentage;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the cluster says about one quota, read against what was decided. */
final class LiveState {
    private static final String TRUE = "True";
    private static final String FALSE = "False";

    /** Shown where something is used of a resource the quota sets to zero. */
    private static final int BEYOND_ALL_BOUNDS = 999;

    private final StoredQuota stored;
    private final @Nullable BureauQuotaStatus status;

    LiveState(StoredQuota stored, Optional<BureauQuota> live) {
        this.stored = stored;
        this.status = live.map(BureauQuota::getStatus).orElse(null);
    }

    @Nullable BureauQuotaStatus status() {
        return status;
    }

    SyncState state() {
        if (stored.isRefusedByServer()) {
            return SyncState.FAILED;
        }
        Long applied = stored.appliedVersion();
        if (applied == null || applied < stored.version() || !isAnswered()) {
            return SyncState.PENDING;
        }
        if (has("Admitted", FALSE)) {
            return SyncState.REFUSED;
        }
        return has("Synced", TRUE) ? SyncState.SYNCED : SyncState.ADMITTED;
    }

    /** Types of the conditions that are true. */
    Set<String> conditions() {
        Set<String> types = new TreeSet<>();
        conditionList().stream()
                .filter(condition -> TRUE.equals(condition.getStatus()))
                .forEach(condition -> types.add(condition.getType()));
        return types;
    }

    List<Condition> conditionList() {
        return status == null ? List.of() : status.conditionsOrEmpty();
    }

    /** Sum over the pools; null while not known. */
    @Nullable Resources used() {
        if (status == null || status.poolsOrEmpty().stream().allMatch(p -> p.used() == null)) {
            return null;
        }
        return status.poolsOrEmpty().stream()
                .map(pool -> Quantities.observed(pool.used()))
                .collect(Resources.sum());
    }

    /** What is borrowed from other bureaus, summed over the pools. */
    Resources borrowed() {
        return status == null
                ? Resources.none()
                : status.poolsOrEmpty().stream()
                        .map(pool -> Quantities.observed(pool.borrowed()))
                        .collect(Resources.sum());
    }

    /**
     * Use of the tightest resource in any pool, of the quota and what is borrowed, in percent; null
     * while not known.
     */
    @Nullable Integer pressurePercent() {
        Integer highest = null;
        if (status != null) {
            for (PoolUsage pool : status.poolsOrEmpty()) {
                if (pool.hard() == null || pool.used() == null) {
                    continue;
                }
                Resources used = Quantities.observed(pool.used());
                Resources hard = Quantities.observed(pool.hard());
                Resources borrowed = Quantities.observed(pool.borrowed()).onlyOf(hard);
                for (var limit : hard.plus(borrowed).asMap().entrySet()) {
                    int percent = percent(used, limit.getKey(), limit.getValue());
                    highest = highest == null ? percent : Math.max(highest, percent);
                }
            }
        }
        return highest;
    }

    private static int percent(Resources used, ResourceName name, Amount limit) {
        Amount amount = used.orZero(name);
        Percentage share = Percentage.of(amount, limit);
        if (share != null) {
            return share.value();
        }
        return amount.isZero() ? 0 : BEYOND_ALL_BOUNDS;
    }

    private boolean isAnswered() {
        if (status == null || status.observedGeneration() == null) {
            return false;
        }
        Long generation = stored.appliedGeneration();
        return generation == null || status.observedGeneration() >= generation;
    }

    private boolean has(String type, String value) {
        return conditionList().stream()
                .anyMatch(condition ->
                        type.equals(condition.getType()) && value.equals(condition.getStatus()));
    }
}
