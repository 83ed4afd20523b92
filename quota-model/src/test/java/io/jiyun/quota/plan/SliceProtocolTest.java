package io.jiyun.quota.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.amount.Cpu;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drives planner and protocol through random interleavings: the operator may stop after any write,
 * the cloud confirms late, tenants use and free as they like, the quota changes.
 */
class SliceProtocolTest {
    private static final int STEPS = 50_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void whatTheCloudsCouldAdmitNeverExceedsTheQuota(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        World world = new World(2 + random.nextInt(5), 100);
        for (int step = 0; step < STEPS; step++) {
            world.anything(random);
            assertThat(world.ledgerSum())
                    .as("ledger, seed %d step %d", seed, step)
                    .isLessThanOrEqualTo(world.bound());
            assertThat(world.admissible())
                    .as("admissible, seed %d step %d", seed, step)
                    .isLessThanOrEqualTo(world.bound());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void leftAloneThePlanSettlesAndHandsEverythingOut(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 500; round++) {
            World world = new World(1 + random.nextInt(6), 100);
            for (int step = 0; step < 50; step++) {
                world.anything(random);
            }
            world.freeEverything();
            int rounds = 0;
            while (!world.operatorRound()) {
                world.confirmAll();
                assertThat(++rounds).as("rounds until settled, seed %d", seed).isLessThan(10);
            }
            assertThat(world.ledgerSum()).isEqualTo(world.quota);
        }
    }

    /** One bureau in one pool, one resource, counted in millicores. */
    private static final class World {
        private final List<Cell> cells = new ArrayList<>();
        private long quota;

        /** A lowered quota binds once the slices have followed it down. */
        private long highest;

        World(int namespaces, long quota) {
            this.quota = quota;
            this.highest = quota;
            for (int index = 0; index < namespaces; index++) {
                cells.add(new Cell("ns" + index));
            }
        }

        void anything(RandomGenerator random) {
            Cell cell = cells.get(random.nextInt(cells.size()));
            switch (random.nextInt(8)) {
                case 0, 1 -> operatorRoundInterruptedAfter(random.nextInt(cells.size() + 2));
                case 2 -> cell.confirmed = cell.spec;
                case 3, 4 -> cell.admit(1 + random.nextInt(10));
                case 5 -> cell.used = Math.max(0, cell.used - random.nextLong(15));
                case 6 -> operatorRound();
                case 7 -> changeQuota(random);
                default -> throw new IllegalStateException();
            }
            if (ledgerSum() <= quota && admissible() <= quota) {
                highest = quota;
            }
        }

        private void changeQuota(RandomGenerator random) {
            if (random.nextInt(20) == 0) {
                quota = random.nextLong(20, 220);
                highest = Math.max(highest, quota);
            }
        }

        boolean operatorRound() {
            return operatorRoundInterruptedAfter(Integer.MAX_VALUE);
        }

        private boolean operatorRoundInterruptedAfter(int writes) {
            SlicePlan plan =
                    SlicePlanner.plan(
                            new PoolSnapshot(cpu(quota), cells.stream().map(Cell::state).toList()));
            if (writes == 0) {
                return false;
            }
            cells.forEach(cell -> cell.granted = amount(plan.ledger(), cell));
            int left = writes - 1;
            for (Cell cell : cells) {
                if (left-- <= 0) {
                    return false;
                }
                cell.spec = amount(plan.quotas(), cell);
            }
            return plan.isSettled();
        }

        void confirmAll() {
            cells.forEach(cell -> cell.confirmed = cell.spec);
        }

        void freeEverything() {
            cells.forEach(cell -> cell.used = 0);
        }

        long ledgerSum() {
            return cells.stream().mapToLong(cell -> cell.granted).sum();
        }

        long admissible() {
            return cells.stream().mapToLong(Cell::admissible).sum();
        }

        long bound() {
            return Math.max(highest, quota);
        }

        private static long amount(Slices slices, Cell cell) {
            return slices.of(cell.id).orZero(ResourceName.REQUESTS_CPU).value();
        }
    }

    /** One namespace with its ResourceQuota; −1 stands for "none yet". */
    private static final class Cell {
        private final String id;
        private long granted;
        private long spec = -1;
        private long confirmed = -1;
        private long used;

        Cell(String id) {
            this.id = id;
        }

        SliceState state() {
            return new SliceState(
                    id,
                    true,
                    1,
                    Resources.none(),
                    Resources.none(),
                    cpu(granted),
                    spec < 0 ? null : cpu(spec),
                    confirmed < 0 ? null : cpu(confirmed),
                    cpu(used),
                    Resources.none());
        }

        /** Tenants get in only after the first confirmation. */
        void admit(long amount) {
            if (confirmed >= 0 && used + amount <= confirmed) {
                used += amount;
            }
        }

        /**
         * The most that may be in use here at this moment or after any confirmation now under way.
         */
        long admissible() {
            return Math.max(used, Math.max(confirmed, spec));
        }
    }

    private static Resources cpu(long millicores) {
        return Resources.of(Map.of(ResourceName.REQUESTS_CPU, new Cpu(millicores)));
    }
}
