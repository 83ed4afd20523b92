package io.jiyun.quota.guarantee;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.quota.plan.Guard;
import io.jiyun.quota.plan.Guards;
import io.jiyun.quota.tree.PoolKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** A province, its operators, and an adversary who decides what happens next. */
final class World {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final int PROCESSES = 3;
    private static final int LATE = 40;

    private final RandomGenerator random;
    private final Guards guards;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<String, List<Cell>> cellsByBureau = new LinkedHashMap<>();
    private final List<Operator> processes = new ArrayList<>();
    private final List<Runnable> late = new ArrayList<>();
    private final boolean[] controllerStopped = new boolean[Pods.POOLS.size()];
    private final Hub hub = new Hub(this);
    private final Adversary adversary;
    private long version;
    private long seconds;
    private int started;
    private String last = "";

    World(long seed, Guards guards) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.guards = guards;
        adversary = new Adversary(this, random);
        for (String bureau : Declarer.BUREAUS) {
            for (int index = 0; index < 3; index++) {
                PoolKey pool = Pods.POOLS.get(index == 2 ? 1 : 0);
                Cell cell = new Cell(this, bureau, bureau + "-" + index, pool);
                cells.put(cell.name, cell);
                cellsByBureau.computeIfAbsent(bureau, _ -> new ArrayList<>()).add(cell);
            }
        }
        for (int index = 0; index < PROCESSES; index++) {
            processes.add(newProcess());
        }
    }

    private Operator newProcess() {
        return new Operator(this, "process-" + started++);
    }

    /** Lets one thing happen. */
    void step() {
        last = adversary.step();
    }

    void kill(Operator process) {
        process.requests().forEach(this::late);
        processes.set(processes.indexOf(process), newProcess());
    }

    void stopOrStartController() {
        int pool = random.nextInt(controllerStopped.length);
        controllerStopped[pool] = !controllerStopped[pool] && random.nextInt(3) == 0;
    }

    void confirm(Cell cell) {
        if (!controllerStopped[Pods.POOLS.indexOf(cell.pool)]) {
            cell.confirm();
        }
    }

    void arrive() {
        if (!late.isEmpty()) {
            late.remove(random.nextInt(late.size())).run();
        }
    }

    void forgetLate() {
        late.clear();
    }

    void pass(int passed) {
        seconds += passed;
    }

    Operator process(int index) {
        return processes.get(index);
    }

    void late(Runnable request) {
        if (late.size() < LATE) {
            late.add(request);
        }
    }

    /** Everything works, nothing is late, one operator runs. */
    Operator leftToOne() {
        late.clear();
        processes.clear();
        Operator only = newProcess();
        processes.add(only);
        return only;
    }

    /** The state of everything, for whoever has to understand a violation. */
    String describe() {
        StringBuilder text = new StringBuilder("\nlast: ").append(last).append('\n');
        hub.figures()
                .forEach((name, figures) ->
                        text.append(name).append(' ').append(figures).append('\n'));
        cells.values()
                .forEach(cell ->
                        text.append(cell.name).append(' ').append(cell.quota()).append('\n'));
        return text.toString();
    }

    Hub hub() {
        return hub;
    }

    Guards guards() {
        return guards;
    }

    boolean comparesVersions() {
        return guards.hold(Guard.VERSION_ON_WRITES);
    }

    Instant now() {
        return START.plusSeconds(seconds);
    }

    long nextVersion() {
        return ++version;
    }

    long version() {
        return version;
    }

    /**
     * Whether nobody works in a deleted bureau's namespaces any more, so that it counts no more.
     */
    boolean hasLeft(String bureau) {
        return Hub.isDeleted(hub.get(bureau)) && cellsOf(bureau).stream().noneMatch(Cell::isOpen);
    }

    Collection<Cell> cells() {
        return cells.values();
    }

    Cell cell(String name) {
        return Objects.requireNonNull(cells.get(name));
    }

    List<Cell> cellsOf(String bureau) {
        return cellsByBureau.getOrDefault(bureau, List.of());
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    <T> List<T> shuffled(List<T> items) {
        List<T> copy = new ArrayList<>(items);
        for (int index = copy.size() - 1; index > 0; index--) {
            Collections.swap(copy, index, random.nextInt(index + 1));
        }
        return copy;
    }

    void published(String name, @Nullable BureauQuota quota) {
        processes.forEach(process -> process.hear(name, quota));
    }

    void published(Cell cell) {
        processes.forEach(process -> process.hear(cell, cell.quota()));
    }
}
