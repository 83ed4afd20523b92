package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.PoolDecision;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What storing a status would change of what limits quota.
 *
 * @param differs whether anything does, so that it must be stored before anything is done
 * @param takesMore whether the bureau's quota rises in any pool, or leaves the quota that contained
 *     it, or rests on another bureau's quota to a different extent
 */
public record LedgerChange(boolean differs, boolean takesMore) {

    public static LedgerChange between(
            @Nullable BureauQuotaStatus before, BureauQuotaStatus after) {
        BureauQuotaStatus stands = before == null ? BureauQuotaStatus.none() : before;
        boolean moves = !Objects.equals(stands.admittedUnder(), after.admittedUnder());
        boolean differs =
                moves
                        || !entries(stands).equals(entries(after))
                        || !hard(stands).equals(hard(after));
        boolean borrows = !Borrowed.of(stands).equals(Borrowed.of(after));
        boolean recalls = !stands.loansOrEmpty().equals(after.loansOrEmpty());
        return new LedgerChange(
                differs || borrows || recalls, moves || borrows || rises(stands, after));
    }

    private static boolean rises(BureauQuotaStatus before, BureauQuotaStatus after) {
        return after.poolsOrEmpty().stream()
                .anyMatch(pool ->
                        PoolDecision.rises(hard(before, pool), Quantities.observed(pool.hard())));
    }

    private static List<Object> entries(BureauQuotaStatus status) {
        return status.namespacesOrEmpty().stream().<Object>map(LedgerChange::entry).toList();
    }

    private static NamespaceSlice entry(NamespaceSlice slice) {
        return new NamespaceSlice(
                slice.name(),
                slice.cloud(),
                slice.pool(),
                slice.granted(),
                slice.limit(),
                null,
                isCovered(slice) ? null : slice.used());
    }

    /** What an adopted namespace uses beyond its entry counts for others, too. */
    private static boolean isCovered(NamespaceSlice slice) {
        return slice.used() == null
                || slice.used().equals(slice.granted())
                || Quantities.observed(slice.granted()).covers(Quantities.observed(slice.used()));
    }

    private static List<Object> hard(BureauQuotaStatus status) {
        return status.poolsOrEmpty().stream().<Object>map(LedgerChange::hard).toList();
    }

    private static PoolUsage hard(PoolUsage pool) {
        return new PoolUsage(pool.cloud(), pool.pool(), pool.hard(), null, null, null, null, null);
    }

    private static Resources hard(BureauQuotaStatus status, PoolUsage like) {
        return status.poolsOrEmpty().stream()
                .filter(it -> it.cloud().equals(like.cloud()) && it.pool().equals(like.pool()))
                .map(it -> Quantities.observed(it.hard()))
                .findFirst()
                .orElseGet(Resources::none);
    }
}
