package io.jiyun.quota.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.amount.Cpu;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlicePlannerTest {

    @Test
    void aFreshQuotaIsSpreadByWeightAndStoredInTheLedgerFirst() {
        SlicePlan plan =
                SlicePlanner.plan(
                        new PoolSnapshot(cpu(9), List.of(fresh("prod", 2), fresh("test", 1))));
        assertThat(plan.targets().of("prod")).isEqualTo(cpu(6));
        assertThat(plan.targets().of("test")).isEqualTo(cpu(3));
        assertThat(plan.ledger()).isEqualTo(plan.targets());
        assertThat(plan.quotas()).isEqualTo(plan.targets());
    }

    @Test
    void sharesAreReadableFiguresAndNothingIsLeftLyingAbout() {
        SlicePlan plan =
                SlicePlanner.plan(
                        new PoolSnapshot(
                                cpu(10), List.of(fresh("a", 1), fresh("b", 1), fresh("c", 1))));
        assertThat(plan.targets().of("a").print()).containsEntry("requests.cpu", "3340m");
        assertThat(plan.targets().of("b").print()).containsEntry("requests.cpu", "3330m");
        assertThat(plan.targets().sum()).isEqualTo(cpu(10));
    }

    @Test
    void growthWaitsUntilAnotherSliceHasShrunkAndTheCloudConfirmedIt() {
        SliceState full = slice("a", 5, 5, 5, 5);
        SliceState idle = slice("b", 5, 5, 5, 0);
        SlicePlan first = SlicePlanner.plan(new PoolSnapshot(cpu(10), List.of(full, idle)));
        assertThat(first.quotas().of("b")).as("the idle slice shrinks").isNotEqualTo(cpu(5));
        assertThat(first.ledger().of("b")).as("its ledger entry stays").isEqualTo(cpu(5));
        assertThat(first.quotas().of("a")).as("the full one cannot grow yet").isEqualTo(cpu(5));

        SliceState written =
                new SliceState(
                        "b",
                        true,
                        1,
                        none(),
                        none(),
                        cpu(5),
                        first.quotas().of("b"),
                        first.quotas().of("b"),
                        cpu(5),
                        cpu(0),
                        Demand.NONE);
        SlicePlan unconfirmed =
                SlicePlanner.plan(new PoolSnapshot(cpu(10), List.of(full, written)));
        assertThat(unconfirmed.ledger().of("a")).isEqualTo(cpu(5));

        SliceState confirmed =
                new SliceState(
                        "b",
                        true,
                        1,
                        none(),
                        none(),
                        cpu(5),
                        first.quotas().of("b"),
                        first.quotas().of("b"),
                        first.quotas().of("b"),
                        cpu(0),
                        Demand.NONE);
        SlicePlan second = SlicePlanner.plan(new PoolSnapshot(cpu(10), List.of(full, confirmed)));
        assertThat(second.ledger().of("a")).isEqualTo(second.targets().of("a"));
        assertThat(second.ledger().sum()).isEqualTo(cpu(10));
    }

    @Test
    void aSliceNeverFallsBelowItsUseWhileTheQuotaCoversIt() {
        SlicePlan plan =
                SlicePlanner.plan(
                        new PoolSnapshot(
                                cpu(4), List.of(slice("a", 5, 5, 5, 3), slice("b", 5, 5, 5, 0))));
        assertThat(plan.targets().of("a").orZero(ResourceName.REQUESTS_CPU).value())
                .isGreaterThanOrEqualTo(3_000);
        assertThat(plan.targets().sum()).isEqualTo(cpu(4));
    }

    @Test
    void whatWasRefusedIsServedBeforeMinimumsAndWeights() {
        SliceState asking =
                new SliceState(
                        "a", true, 1, none(), none(), cpu(5), cpu(5), cpu(5), cpu(4), cpu(3));
        SlicePlan plan =
                SlicePlanner.plan(
                        new PoolSnapshot(cpu(10), List.of(asking, slice("b", 5, 5, 5, 1))));
        assertThat(plan.targets().of("a").covers(cpu(7))).isTrue();
    }

    @Test
    void slicesThatStandWellAreLeftAlone() {
        SlicePlan plan =
                SlicePlanner.plan(
                        new PoolSnapshot(
                                cpu(10), List.of(slice("a", 6, 6, 6, 2), slice("b", 4, 4, 4, 1))));
        assertThat(plan.isSettled()).isTrue();
        assertThat(plan.targets().of("a")).isEqualTo(cpu(6));
    }

    @Test
    void aNamespaceThatIsNoLongerNamedGivesItsSliceUpOnceNothingUsesIt() {
        SliceState dropped =
                new SliceState(
                        "old",
                        false,
                        1,
                        none(),
                        none(),
                        cpu(4),
                        cpu(0),
                        cpu(0),
                        cpu(0),
                        cpu(2),
                        Demand.NONE);
        SlicePlan plan =
                SlicePlanner.plan(new PoolSnapshot(cpu(4), List.of(dropped, fresh("new", 1))));
        assertThat(plan.quotas().of("old")).isEqualTo(cpu(0));
        assertThat(plan.ledger().of("old")).isEqualTo(cpu(2));
        assertThat(plan.ledger().of("new")).isEqualTo(cpu(2));
    }

    @Test
    void aMaximumIsNeverPassedEvenWhenQuotaIsLeftOver() {
        SliceState bounded = SliceState.fresh("a", 1, none(), cpu(2));
        SlicePlan plan = SlicePlanner.plan(new PoolSnapshot(cpu(10), List.of(bounded)));
        assertThat(plan.targets().of("a")).isEqualTo(cpu(2));
    }

    @Test
    void aQuotaLoweredBelowUseAdmitsNothingMore() {
        SlicePlan plan =
                SlicePlanner.plan(
                        new PoolSnapshot(
                                cpu(4), List.of(slice("a", 5, 5, 5, 4), slice("b", 5, 5, 5, 2))));
        assertThat(plan.quotas().sum().fitsWithin(cpu(4))).isTrue();
        assertThat(plan.ledger().of("a"))
                .as("the ledger keeps what the cloud still enforces")
                .isEqualTo(cpu(5));
    }

    @Test
    void aResourceQuotaThatVanishedKeepsItsLedgerEntry() {
        SliceState vanished =
                new SliceState("a", true, 1, none(), none(), cpu(6), null, null, cpu(1), none());
        SlicePlan plan =
                SlicePlanner.plan(new PoolSnapshot(cpu(6), List.of(vanished, fresh("b", 1))));
        assertThat(plan.ledger().of("a")).isEqualTo(cpu(6));
        assertThat(plan.ledger().of("b")).isEqualTo(cpu(0));
    }

    private static SliceState fresh(String id, int weight) {
        return SliceState.fresh(id, weight, none(), none());
    }

    private static SliceState slice(String id, int granted, int spec, int status, int used) {
        return new SliceState(
                id,
                true,
                1,
                none(),
                none(),
                cpu(granted),
                cpu(spec),
                cpu(status),
                cpu(used),
                none());
    }

    private static Resources cpu(int cores) {
        return Resources.of(Map.of(ResourceName.REQUESTS_CPU, new Cpu(cores * 1_000L)));
    }

    private static Resources none() {
        return Resources.none();
    }
}
