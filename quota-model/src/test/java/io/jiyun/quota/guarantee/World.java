package io.jiyun.quota.guarantee;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.quota.plan.Guard;
import io.jiyun.quota.plan.Guards;
import io.jiyun.quota.plan.Turn;
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
    private static final int PROCESSES = 3;
    private static final int LATE = 40;

    private final RandomGenerator random;
    private final Guards guards;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<String, List<Cell>> cellsByBureau = new LinkedHashMap<>();
    private final List<Operator> processes = new ArrayList<>();
    private final List<Runnable> late = new ArrayList<>();
    private final boolean[] controllerStopped = new boolean[Pods.POOLS.size()];
    private final Hub hub = new Hub(this);
    private final Declarer declarer;
    private long version;
    private long seconds;
    private int started;
    private String last = "";

    World(long seed, Guards guards) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.guards = guards;
        declarer = new Declarer(this, random);
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
        Operator process = processes.get(random.nextInt(processes.size()));
        String bureau = Declarer.BUREAUS.get(random.nextInt(Declarer.BUREAUS.size()));
        int what = random.nextInt(1000);
        last = process + " " + bureau + " " + what;
        if (what < 520) {
            process.act(bureau);
        } else if (what < 650) {
            process.listen(1 + random.nextInt(3));
        } else if (what < 760) {
            process.listenTo(anyPool(), 1 + random.nextInt(3));
        } else if (what < 840) {
            confirm(anyCell());
        } else if (what < 900) {
            anyCell().ask(1 + random.nextInt(8));
        } else if (what < 950) {
            anyCell().free(1 + random.nextInt(12));
        } else if (what < 970) {
            declarer.declare();
        } else if (what < 985) {
            arrive();
        } else if (what < 991) {
            process.lose(bureau);
        } else {
            disturb(process);
        }
    }

    private void disturb(Operator process) {
        switch (random.nextInt(13)) {
            case 0 -> kill(process);
            case 1, 7, 8, 9 -> anyCell().deleteQuota();
            case 2 -> stopOrStartController();
            case 3 -> seconds += random.nextInt(4) == 0 ? 40 : 1 + random.nextInt(5);
            case 4 -> late.clear();
            case 5 -> process.stallOrResume(anyPool().cloud());
            case 6 -> process.stallOrResume(Operator.HUB);
            case 10 -> anyCell().inhabit(1 + random.nextInt(12));
            case 11, 12 -> process.turn = anyTurn();
            default -> anyCell().forgetAsk();
        }
    }

    private @Nullable Turn anyTurn() {
        return random.nextInt(3) == 0
                ? null
                : new Turn(anyCell().name, anyCell().name, random.nextBoolean(), random.nextInt(4));
    }

    private void kill(Operator process) {
        if (random.nextInt(4) == 0) {
            process.requests().forEach(this::late);
            processes.set(processes.indexOf(process), newProcess());
        }
    }

    private void stopOrStartController() {
        int pool = random.nextInt(controllerStopped.length);
        controllerStopped[pool] = !controllerStopped[pool] && random.nextInt(3) == 0;
    }

    private void confirm(Cell cell) {
        if (!controllerStopped[Pods.POOLS.indexOf(cell.pool)]) {
            cell.confirm();
        }
    }

    private void arrive() {
        if (!late.isEmpty()) {
            late.remove(random.nextInt(late.size())).run();
        }
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

    private PoolKey anyPool() {
        return Pods.POOLS.get(random.nextInt(Pods.POOLS.size()));
    }

    private Cell anyCell() {
        List<Cell> all = List.copyOf(cells.values());
        return all.get(random.nextInt(all.size()));
    }
}
