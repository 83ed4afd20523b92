package io.jiyun.quota.guarantee;

import io.jiyun.quota.plan.Turn;
import io.jiyun.quota.tree.PoolKey;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Decides what happens next. */
final class Adversary {
    private static final int ALL_NEWS = 1_000;

    private final World world;
    private final RandomGenerator random;
    private final Declarer declarer;
    private final Stretches stretches;

    Adversary(World world, RandomGenerator random) {
        this.world = world;
        this.random = random;
        declarer = new Declarer(world, random);
        stretches = new Stretches(world, random);
    }

    /** Lets one thing happen; answers what, for whoever has to understand a violation. */
    String step() {
        stretches.next();
        Operator process = world.process(stretches.process());
        int what = random.nextInt(1000);
        String happens = process + " " + stretches.bureau() + " " + what;
        if (stretches.isPrompt()) {
            keepUp(process);
        }
        if (stretches.quotasAreDeleted() && random.nextInt(32) == 0) {
            cell().deleteQuota();
        } else if (stretches.declarationsChange() && random.nextInt(32) == 0) {
            declarer.declare(random.nextBoolean() ? stretches.bureau() : anyBureau());
        } else if (what < 520 || (what < 760 && stretches.isDeaf())) {
            process.act(stretches.bureau());
        } else if (what < 650) {
            process.listen(1 + random.nextInt(3));
        } else if (what < 760) {
            process.listenTo(anyPool(), 1 + random.nextInt(3));
        } else if (what < 840) {
            world.confirm(cell());
        } else if (what < 900) {
            cell().ask(1 + random.nextInt(8));
        } else if (what < 950) {
            cell().free(1 + random.nextInt(12));
        } else if (what < 970) {
            declarer.declare(stretches.bureau());
        } else if (what < 985) {
            world.arrive();
        } else if (what < 991) {
            process.lose(stretches.bureau());
        } else {
            disturb(process);
        }
        return happens;
    }

    private void keepUp(Operator process) {
        process.listen(ALL_NEWS);
        Pods.POOLS.forEach(pool -> process.listenTo(pool, ALL_NEWS));
        world.cellsOf(stretches.bureau()).forEach(world::confirm);
    }

    private void disturb(Operator process) {
        switch (random.nextInt(14)) {
            case 0 -> killNowAndThen(process);
            case 1, 7, 8, 9 -> cell().deleteQuota();
            case 2 -> world.stopOrStartController();
            case 3 -> world.pass(random.nextInt(4) == 0 ? 40 : 1 + random.nextInt(5));
            case 4 -> world.forgetLate();
            case 5 -> process.stallOrResume(anyPool().cloud());
            case 6 -> process.stallOrResume(Operator.HUB);
            case 10 -> cell().inhabit(1 + random.nextInt(12));
            case 11, 12 -> process.turn = anyTurn();
            default -> cell().forgetAsk();
        }
    }

    private void killNowAndThen(Operator process) {
        if (random.nextInt(4) == 0) {
            world.kill(process);
        }
    }

    private @Nullable Turn anyTurn() {
        return random.nextInt(3) == 0
                ? null
                : new Turn(cell().name, cell().name, random.nextBoolean(), random.nextInt(4));
    }

    private Cell cell() {
        List<Cell> cells = world.cellsOf(stretches.bureau());
        return cells.get(random.nextInt(cells.size()));
    }

    private String anyBureau() {
        return Declarer.BUREAUS.get(random.nextInt(Declarer.BUREAUS.size()));
    }

    private PoolKey anyPool() {
        return Pods.POOLS.get(random.nextInt(Pods.POOLS.size()));
    }
}
