package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.operator.cloud.Cloud;
import io.jiyun.operator.cloud.StandingQuota;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.Demand;
import io.jiyun.quota.plan.SliceState;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.PoolKey;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One namespace of a bureau as declared, as the ledger records it, and as it stands on its cloud.
 *
 * @param declared null when the declaration does not name the namespace in this pool (any more)
 * @param granted the ledger entry
 * @param limit the most the ResourceQuota may be raised to, as recorded beside the entry
 * @param goal where the slice is to end up; the ledger entry until something was decided
 * @param lastUsed use as last recorded, where the cloud does not tell it
 * @param cloud null while the cloud does not answer
 * @param quota the ResourceQuota on the cloud; null when there is none or nothing is known
 */
record Slice(
        PoolKey pool,
        String name,
        @Nullable BureauNamespace declared,
        Resources granted,
        Resources limit,
        Resources goal,
        Resources lastUsed,
        Standing standing,
        @Nullable Cloud cloud,
        @Nullable StandingQuota quota) {

    boolean isWanted() {
        return declared != null;
    }

    Resources used() {
        Resources used = quota == null ? null : quota.used();
        return used == null ? lastUsed : used;
    }

    @Nullable Resources specHard() {
        return quota == null ? null : quota.asked();
    }

    /** What the cloud confirmed; null when it confirmed nothing yet. */
    @Nullable Resources statusHard() {
        return quota == null ? null : quota.confirmed();
    }

    /** Whether the cloud confirmed that it enforces exactly what was decided. */
    boolean isEnforced() {
        Resources confirmed = statusHard();
        return confirmed != null && confirmed.equals(specHard()) && confirmed.equals(goal);
    }

    /** Whether people may be let in: a quota is enforced, and none above the ledger's entry. */
    boolean isOpenable() {
        Resources asked = specHard();
        Resources enforced = statusHard();
        return standing == Standing.HELD
                && asked != null
                && enforced != null
                && granted.covers(asked)
                && granted.covers(enforced);
    }

    /** Whether it could not be found out how the namespace stands. */
    boolean isUncertain() {
        return standing == Standing.UNKNOWN || standing == Standing.FAILED;
    }

    /** Whether somebody wrote while the namespace was looked at, so that it is looked at again. */
    boolean isOvertaken() {
        return standing == Standing.UNKNOWN && cloud != null;
    }

    /** Nothing of the bureau's quota can stand in a namespace that is not its own. */
    boolean isBeyondReach() {
        return standing == Standing.FOREIGN || (standing == Standing.ABSENT && !isWanted());
    }

    /** Whether the namespace still carries Jiyun's marks for this bureau. */
    boolean isMarked() {
        return standing == Standing.HELD
                && cloud != null
                && cloud.namespaces().find(null, name).isPresent();
    }

    /** The most it may become, as declared. */
    Resources max() {
        return declared == null
                ? Resources.none()
                : Quantities.declared(declared.max(), "", new Violations());
    }

    /** What the namespace wants beyond its use; nothing where the cloud does not answer. */
    Demand demand() {
        return cloud == null ? Demand.NONE : cloud.demand(name);
    }

    SliceState state() {
        boolean none = isBeyondReach();
        SliceState state =
                new SliceState(
                        name,
                        isWanted() && !none,
                        declared == null ? 1 : Math.max(1, declared.weightOrDefault()),
                        declared == null
                                ? Resources.none()
                                : Quantities.declared(declared.min(), "", new Violations()),
                        max(),
                        granted,
                        limit,
                        none ? granted.zeroed() : specHard(),
                        none ? granted.zeroed() : statusHard(),
                        none ? Resources.none() : used(),
                        demand());
        return isAdopted() ? state.adopted() : state;
    }

    /** Whether the namespace stood before it was the bureau's, as its former owner said. */
    private boolean isAdopted() {
        return cloud != null
                && cloud.namespaces()
                        .find(null, name)
                        .filter(held ->
                                Marks.annotationsOf(held).containsKey(JiyunApi.ADOPT_ANNOTATION))
                        .isPresent();
    }

    /** What namespaces use and ask for beyond it, by pool. */
    static SortedMap<PoolKey, Resources> needs(List<Slice> slices) {
        SortedMap<PoolKey, Resources> needs = new TreeMap<>();
        slices.forEach(slice ->
                needs.merge(slice.pool, slice.used().plus(slice.wanting()), Resources::plus));
        return needs;
    }

    private Resources wanting() {
        return cloud == null ? Resources.none() : cloud.refused(name).largerOf(demand().foreseen());
    }

    Slice with(Standing found) {
        return new Slice(pool, name, declared, granted, limit, goal, lastUsed, found, cloud, quota);
    }

    Slice decided(Resources entry, Resources most, Resources target) {
        return new Slice(
                pool, name, declared, entry, most, target, lastUsed, standing, cloud, quota);
    }

    Slice observed(StandingQuota found) {
        return new Slice(
                pool, name, declared, granted, limit, goal, lastUsed, standing, cloud, found);
    }
}
