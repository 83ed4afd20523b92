package io.jiyun.quota.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.amount.Cpu;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Namespaces that use nothing, in a quota that is free but for what is told. */
final class PlannedBureau {
    private static final ResourceName CPU = ResourceName.REQUESTS_CPU;
    private static final int ROUNDS = 32;

    private Resources hard;
    private SliceState[] slices;

    PlannedBureau(int count, long millicores) {
        hard = cpu(millicores);
        slices =
                IntStream.range(0, count)
                        .mapToObj(index ->
                                SliceState.fresh(
                                        "ns%03d".formatted(index),
                                        1,
                                        Resources.none(),
                                        Resources.none()))
                        .toArray(SliceState[]::new);
    }

    PlannedBureau charged(int index, long millicores) {
        return charged(index, List.of(millicores));
    }

    /** Each of that came in lately, at once. */
    PlannedBureau charged(int index, List<Long> millicores) {
        List<Resources> charges = millicores.stream().map(PlannedBureau::cpu).toList();
        return demands(index, new Demand(List.of(), Resources.none(), charges, true));
    }

    /** So much came in at once, and more of it is expected. */
    PlannedBureau foreseen(int index, long millicores) {
        Resources more = cpu(millicores);
        return demands(index, new Demand(List.of(), more, List.of(more), true));
    }

    PlannedBureau refused(int index, long millicores) {
        return demands(index, Demand.of(cpu(millicores)));
    }

    private PlannedBureau demands(int index, Demand demand) {
        slices[index] = with(slices[index], slices[index].used(), demand);
        return this;
    }

    PlannedBureau raisedTo(long millicores) {
        hard = cpu(millicores);
        return this;
    }

    /** So much is in use there from now on. */
    PlannedBureau using(int index, long millicores) {
        slices[index] = with(slices[index], cpu(millicores), slices[index].demand());
        return this;
    }

    long granted(int index) {
        return slices[index].granted().orZero(CPU).value();
    }

    /** What stands in no slice. */
    long idle() {
        return hard.orZero(CPU).value()
                - IntStream.range(0, slices.length).mapToLong(this::granted).sum();
    }

    PoolSnapshot snapshot(@Nullable Turn turn) {
        return new PoolSnapshot(hard, List.of(slices), turn);
    }

    /** Everything decided is stored, written and confirmed. */
    void carryOut(SlicePlan plan) {
        for (int index = 0; index < slices.length; index++) {
            slices[index] = carriedOut(slices[index], plan);
        }
    }

    /** The slice once everything decided was stored, written and confirmed; demand is the same. */
    static SliceState carriedOut(SliceState slice, SlicePlan plan) {
        return new SliceState(
                slice.id(),
                slice.wanted(),
                slice.weight(),
                slice.min(),
                slice.max(),
                plan.ledger().of(slice.id()),
                plan.quotas().of(slice.id()),
                plan.quotas().of(slice.id()),
                plan.quotas().of(slice.id()),
                slice.used(),
                slice.demand());
    }

    /** Until nothing changes. */
    SlicePlan settle(@Nullable Turn turn) {
        SlicePlan plan = SlicePlanner.plan(snapshot(turn));
        for (int round = 0; round < ROUNDS; round++) {
            carryOut(plan);
            plan = SlicePlanner.plan(snapshot(turn));
        }
        assertThat(plan.isSettled()).isTrue();
        assertThat(plan.ledger().sum().fitsWithin(hard)).isTrue();
        return plan;
    }

    Turn.Taken taken(SlicePlan plan) {
        return Objects.requireNonNull(plan.taken());
    }

    Set<String> withHeadroom(SlicePlan plan, long millicores) {
        Set<String> found = new HashSet<>();
        for (SliceState slice : slices) {
            if (plan.targets().of(slice.id()).covers(cpu(millicores))) {
                found.add(slice.id());
            }
        }
        return found;
    }

    long changed(SlicePlan before, SlicePlan after) {
        return before.targets().ids().stream()
                .filter(id -> !before.targets().of(id).equals(after.targets().of(id)))
                .count();
    }

    private static SliceState with(SliceState slice, Resources used, Demand demand) {
        return new SliceState(
                slice.id(),
                true,
                1,
                slice.min(),
                slice.max(),
                slice.granted(),
                slice.limit(),
                slice.specHard(),
                slice.statusHard(),
                used,
                demand);
    }

    static Resources cpu(long millicores) {
        return Resources.of(Map.of(CPU, new Cpu(millicores)));
    }
}
