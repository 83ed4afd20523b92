package io.jiyun.quota.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.amount.Bytes;
import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.Cpu;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeAsksTest {
    @Test
    void ofTwoAsksThatDoNotFitTogetherOneIsServedWhole() {
        PlannedBureau bureau = new PlannedBureau(4, 10_000).refused(1, 8_000).refused(2, 8_000);
        bureau.settle(null);
        assertThat(bureau.granted(1)).isGreaterThanOrEqualTo(8_000);
        assertThat(bureau.granted(2)).isLessThan(1_000);
    }

    @Test
    void anAskThereIsNoRoomForTakesNothingFromAnybody() {
        PlannedBureau bureau = new PlannedBureau(4, 10_000).using(0, 3_000);
        SlicePlan before = bureau.settle(null);
        SlicePlan after = bureau.refused(1, 8_000).settle(null);
        assertThat(bureau.changed(before, after)).isZero();
    }

    @Test
    void itIsServedOnceThereIsRoom() {
        PlannedBureau bureau = new PlannedBureau(4, 10_000).using(0, 3_000).refused(1, 8_000);
        bureau.settle(null);
        bureau.using(0, 1_000).settle(null);
        assertThat(bureau.granted(1)).isGreaterThanOrEqualTo(8_000);
    }

    @Test
    void anAskThatIsShortOfOneResourceDrawsNothingOfTheOthers() {
        SliceState uses = slice("a", 1, pods(1, 0, 90), List.of());
        SliceState asks = slice("b", 1, pods(0, 0, 0), List.of(pods(1, 3_000, 20)));
        assertThat(served(pods(100, 4_000, 100), uses, asks).get(1).demand().asks()).isEmpty();
        assertThat(served(pods(100, 4_000, 110), uses, asks).get(1).demand().asks()).hasSize(1);
    }

    @Test
    void anAskBeyondTheNamespacesMaximumIsNotMadeRoomFor() {
        Resources ask = pods(1, 600, 1);
        SliceState slice = slice("a", 1, pods(1, 500, 1), List.of(ask));
        SliceState capped =
                new SliceState(
                        "a",
                        true,
                        1,
                        Resources.none(),
                        Resources.of(Map.of(ResourceName.REQUESTS_CPU, new Cpu(1_000))),
                        Resources.none(),
                        null,
                        null,
                        slice.used(),
                        ask);
        assertThat(served(pods(9, 9_000, 9), capped).getFirst().demand().asks()).isEmpty();
        assertThat(served(pods(9, 9_000, 9), slice).getFirst().demand().asks()).hasSize(1);
    }

    @Test
    void whatIsForeseenTakesNothingFromAnybodyWhereItsLikeWouldNotFit() {
        PlannedBureau bureau = new PlannedBureau(4, 10_000).using(0, 6_000);
        SlicePlan before = bureau.settle(null);
        SlicePlan after = bureau.foreseen(0, 6_000).settle(null);
        assertThat(bureau.changed(before, after)).isZero();
        bureau.using(0, 2_000).foreseen(0, 2_000).settle(null);
        assertThat(bureau.granted(0)).isGreaterThanOrEqualTo(4_000);
    }

    @Test
    void whoHasBeenGivenLeastForItsWeightComesFirst() {
        List<Resources> four = List.of(one(), one(), one(), one());
        List<SliceState> served =
                served(pods(6, 0, 0), slice("a", 1, none(), four), slice("b", 2, none(), four));
        assertThat(served.get(0).demand().asks()).hasSize(2);
        assertThat(served.get(1).demand().asks()).hasSize(4);
    }

    @Test
    void anAskOfRoughlyKnownSizeIsServedOutOfWhatThereIsWhereThatMayBeEnough() {
        SliceState slice =
                slice("a", 1, none(), List.of())
                        .with(
                                Demand.NONE.with(
                                        List.of(new SizedAsk(pods(0, 5, 0), pods(0, 10, 0))),
                                        Resources.none()));
        assertThat(served(pods(9, 12, 9), slice).getFirst().asked()).isEqualTo(pods(0, 10, 0));
        assertThat(served(pods(9, 7, 9), slice).getFirst().asked()).isEqualTo(pods(0, 7, 0));
        assertThat(served(pods(9, 4, 9), slice).getFirst().demand().asks()).isEmpty();
    }

    @Test
    void whatIsKnownRoughlyComesAfterWhatIsKnown() {
        SliceState rough =
                slice("a", 9, none(), List.of())
                        .with(
                                Demand.NONE.with(
                                        List.of(new SizedAsk(pods(0, 5, 0), pods(0, 6, 0))),
                                        Resources.none()));
        SliceState known = slice("b", 1, none(), List.of(pods(0, 8, 0)));
        List<SliceState> served = served(pods(9, 10, 9), rough, known);
        assertThat(served.getFirst().demand().asks()).isEmpty();
        assertThat(served.getLast().demand().asks()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsServedFitsAndWhatIsNotServedWouldNot(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int world = 0; world < 2_000; world++) {
            Resources hard = any(random, 40);
            List<SliceState> slices =
                    IntStream.range(0, 1 + random.nextInt(6))
                            .mapToObj(index ->
                                    slice(
                                            "ns" + index,
                                            1 + random.nextInt(3),
                                            any(random, 4),
                                            IntStream.range(0, random.nextInt(5))
                                                    .mapToObj(_ -> any(random, 12))
                                                    .toList()))
                            .toList();
            List<SliceState> served = WholeAsks.within(new PoolSnapshot(hard, slices)).slices();
            Resources used = slices.stream().map(SliceState::used).collect(Resources.sum());
            Resources left = hard.minusToZero(used);
            Resources given =
                    served.stream().map(it -> it.demand().refused()).collect(Resources.sum());
            assertThat(left.covers(given)).as("seed %d world %d", seed, world).isTrue();
            Resources rest = left.minusToZero(given);
            for (int index = 0; index < slices.size(); index++) {
                List<Resources> passedOver = new ArrayList<>(amounts(slices.get(index)));
                amounts(served.get(index)).forEach(passedOver::remove);
                assertThat(passedOver)
                        .as("seed %d world %d", seed, world)
                        .noneMatch(ask -> !ask.isZero() && rest.covers(ask));
            }
        }
    }

    private static List<Resources> amounts(SliceState slice) {
        return slice.demand().asks().stream().map(SizedAsk::most).toList();
    }

    private static List<SliceState> served(Resources hard, SliceState... slices) {
        return WholeAsks.within(new PoolSnapshot(hard, List.of(slices))).slices();
    }

    private static SliceState slice(String id, int weight, Resources used, List<Resources> asks) {
        SliceState fresh = SliceState.fresh(id, weight, Resources.none(), Resources.none());
        return new SliceState(
                        id,
                        true,
                        weight,
                        fresh.min(),
                        fresh.max(),
                        fresh.granted(),
                        null,
                        null,
                        used,
                        Resources.none())
                .with(
                        Demand.NONE.with(
                                asks.stream().map(SizedAsk::exactly).toList(), Resources.none()));
    }

    private static Resources any(RandomGenerator random, int most) {
        return pods(random.nextInt(most), random.nextInt(most), random.nextInt(most));
    }

    private static Resources none() {
        return pods(0, 0, 0);
    }

    private static Resources one() {
        return pods(1, 0, 0);
    }

    private static Resources pods(long count, long millicores, long bytes) {
        return Resources.of(
                Map.of(
                        ResourceName.PODS, new Count(count),
                        ResourceName.REQUESTS_CPU, new Cpu(millicores),
                        ResourceName.REQUESTS_MEMORY, new Bytes(bytes)));
    }
}
