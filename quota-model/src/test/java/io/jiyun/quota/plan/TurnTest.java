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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {
    private static final ResourceName CPU = ResourceName.REQUESTS_CPU;

    @Test
    void withoutATurnThinRoomIsSpreadOverAll() {
        Bureau bureau = new Bureau(10, 2_000).charged(0, 300);
        SlicePlan plan = SlicePlanner.plan(bureau.snapshot(null));
        assertThat(plan.taken()).isNull();
        assertThat(bureau.withHeadroom(plan, 200)).hasSize(10);
    }

    @Test
    void inTurnsEverybodyHasRoomForWhatIsAskedForElsewhere() {
        Bureau bureau = new Bureau(10, 2_000).charged(0, 300).charged(3, 120);
        Set<String> served = new HashSet<>();
        Turn turn = Turn.first(0);
        for (int taken = 0; taken < 12; taken++) {
            SlicePlan plan = bureau.settle(turn);
            Set<String> now = bureau.withHeadroom(plan, 300);
            assertThat(now).as("seats of one turn").hasSize(6);
            assertThat(now).as("lively ones have a seat each time").contains("ns000", "ns003");
            served.addAll(now);
            turn = bureau.taken(plan).next();
        }
        assertThat(served).hasSize(10);
    }

    @Test
    void whereTheEvenShareIsEnoughNoFurtherTurnIsNeeded() {
        Bureau bureau = new Bureau(10, 4_000).charged(0, 300);
        assertThat(bureau.taken(bureau.settle(Turn.first(0))).all()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10, 30})
    void soonerOrLaterEverybodyHasAllTheRoomThereIs(int count) {
        Bureau bureau = new Bureau(count, 8_000);
        Set<String> served = new HashSet<>();
        int doublings = 1;
        Turn turn = Turn.first(doublings);
        for (int taken = 0; served.size() < count && taken < 200; taken++) {
            SlicePlan plan = bureau.settle(turn);
            served.addAll(bureau.withHeadroom(plan, 8_000));
            turn = bureau.taken(plan).next();
            if (!bureau.taken(plan).whole()) {
                turn = Turn.first(++doublings);
            }
        }
        assertThat(served).hasSize(count);
        assertThat(doublings).isLessThanOrEqualTo(5);
    }

    @Test
    void aQuotaThatIsMeantToBeNoLimitTakesTurnsLikeAnyOther() {
        Bureau bureau = new Bureau(3, Long.MAX_VALUE / 2).refused(1, Long.MAX_VALUE / 4);
        for (int doublings = 0; doublings < 4; doublings++) {
            SlicePlan plan = bureau.settle(Turn.first(doublings));
            assertThat(plan.targets().of("ns001").covers(Bureau.cpu(Long.MAX_VALUE / 4))).isTrue();
        }
    }

    @Test
    void aGuessMovesTheSlicesOfFewInABureauOfAThousandNamespaces() {
        Bureau bureau = new Bureau(1_000, 500_000);
        SlicePlan even = bureau.settle(null);
        for (int doublings = 1; doublings < 9; doublings++) {
            SlicePlan plan = bureau.settle(Turn.first(doublings));
            assertThat(bureau.changed(even, plan))
                    .as("doubled %d times", doublings)
                    .isLessThan(150);
            bureau.settle(null);
            even = bureau.settle(null);
        }
    }

    @Test
    void aNamespaceThatGrowsIsGivenRoomByFewOthers() {
        Bureau bureau = new Bureau(1_000, 500_000);
        SlicePlan even = bureau.settle(null);
        bureau.refused(7, 1_000);
        SlicePlan plan = bureau.settle(null);
        assertThat(plan.targets().of("ns007").orZero(CPU).value()).isGreaterThanOrEqualTo(1_000);
        assertThat(bureau.changed(even, plan)).isLessThan(10);
    }

    /** Namespaces that use nothing, in a quota that is free but for what is told. */
    private static final class Bureau {
        private final Resources hard;
        private SliceState[] slices;

        Bureau(int count, long millicores) {
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

        Bureau charged(int index, long millicores) {
            return demands(
                    index,
                    new Demand(Resources.none(), Resources.none(), List.of(cpu(millicores)), true));
        }

        Bureau refused(int index, long millicores) {
            return demands(index, Demand.of(cpu(millicores)));
        }

        private Bureau demands(int index, Demand demand) {
            slices[index] = with(slices[index], slices[index].granted(), demand);
            return this;
        }

        PoolSnapshot snapshot(@Nullable Turn turn) {
            return new PoolSnapshot(hard, List.of(slices), turn);
        }

        /** Everything decided is stored, written and confirmed until nothing changes. */
        SlicePlan settle(@Nullable Turn turn) {
            SlicePlan plan = SlicePlanner.plan(snapshot(turn));
            for (int round = 0; round < 6; round++) {
                for (int index = 0; index < slices.length; index++) {
                    SliceState slice = slices[index];
                    slices[index] =
                            new SliceState(
                                    slice.id(),
                                    true,
                                    1,
                                    slice.min(),
                                    slice.max(),
                                    plan.ledger().of(slice.id()),
                                    plan.quotas().of(slice.id()),
                                    plan.quotas().of(slice.id()),
                                    plan.quotas().of(slice.id()),
                                    slice.used(),
                                    slice.demand());
                }
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

        private static SliceState with(SliceState slice, Resources granted, Demand demand) {
            return new SliceState(
                    slice.id(),
                    true,
                    1,
                    slice.min(),
                    slice.max(),
                    granted,
                    granted,
                    slice.specHard(),
                    slice.statusHard(),
                    slice.used(),
                    demand);
        }

        private static Resources cpu(long millicores) {
            return Resources.of(Map.of(CPU, new Cpu(millicores)));
        }
    }
}
