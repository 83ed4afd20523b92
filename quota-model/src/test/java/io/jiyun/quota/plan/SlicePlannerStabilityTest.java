package io.jiyun.quota.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlicePlannerStabilityTest {
    private static final int WORLDS = 2_000;
    private static final int LARGE_WORLDS = 300;

    /** Shrink and store the limit; lower the entry and raise others; write what was raised. */
    private static final int ROUNDS = 6;

    /** What is kept in reserve is made up for, and tight slices are eased, a part at a time. */
    private static final int MANY_ROUNDS = 16;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whileDemandStaysThePlanComesToRestAndThenNothingIsWritten(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int world = 0; world < WORLDS; world++) {
            Resources hard = pods(20 + random.nextInt(100));
            List<SliceState> slices = anySlices(1 + random.nextInt(12), random);
            comesToRest(hard, slices, ROUNDS, "seed %d world %d".formatted(seed, world));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void aBureauOfManyNamespacesComesToRestLikewise(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int world = 0; world < LARGE_WORLDS; world++) {
            int count = 30 + random.nextInt(170);
            Resources hard = pods(count + random.nextInt(count * 12));
            List<SliceState> slices = anySlices(count, random);
            comesToRest(hard, slices, MANY_ROUNDS, "seed %d world %d".formatted(seed, world));
        }
    }

    private static void comesToRest(
            Resources hard, List<SliceState> slices, int most, String world) {
        int rounds = 0;
        List<SliceState> next = after(hard, slices);
        while (!next.equals(slices)) {
            slices = next;
            next = after(hard, slices);
            assertThat(++rounds).as("%s: %s", world, slices).isLessThanOrEqualTo(most);
        }
    }

    private static List<SliceState> anySlices(int count, RandomGenerator random) {
        List<SliceState> slices = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            slices.add(anySlice("ns" + index, random));
        }
        return slices;
    }

    private static SliceState anySlice(String id, RandomGenerator random) {
        Resources granted = pods(random.nextInt(12));
        return new SliceState(
                id,
                random.nextInt(8) > 0,
                1 + random.nextInt(4),
                random.nextInt(4) == 0 ? pods(random.nextInt(4)) : Resources.none(),
                random.nextInt(4) == 0 ? pods(4 + random.nextInt(20)) : Resources.none(),
                granted,
                granted,
                granted,
                pods(random.nextInt(9)),
                random.nextInt(3) == 0 ? pods(random.nextInt(30)) : Resources.none());
    }

    /** Everything decided was stored, written and confirmed; demand is the same. */
    private static List<SliceState> after(Resources hard, List<SliceState> slices) {
        SlicePlan plan = SlicePlanner.plan(new PoolSnapshot(hard, slices));
        return slices.stream().map(slice -> PlannedBureau.carriedOut(slice, plan)).toList();
    }

    private static Resources pods(int count) {
        return Resources.of(Map.of(ResourceName.PODS, new Count(count)));
    }
}
