package io.jiyun.quota.guarantee;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Whose turn it is, and where. What breaks a guarantee mostly takes many calls in a row while
 * somebody stands still in the middle of something. So between stretches in which everybody gets on
 * evenly, one process works alone, is interrupted by another, and goes on with what it knew.
 */
final class Stretches {
    private enum Stretch {
        EVENLY,
        BEFORE,
        MEANWHILE,
        AFTERWARDS;

        Stretch next() {
            return switch (this) {
                case EVENLY -> BEFORE;
                case BEFORE -> MEANWHILE;
                case MEANWHILE -> AFTERWARDS;
                case AFTERWARDS -> EVENLY;
            };
        }
    }

    private static final int LONGEST_EVENLY = 300;
    private static final int LONGEST_ALONE = 200;

    private final World world;
    private final RandomGenerator random;
    private Stretch stretch = Stretch.EVENLY;
    private int left;
    private int interrupted;
    private int process;
    private String focus;
    private String bureau;
    private boolean onlyFocus;
    private boolean prompt;
    private boolean quotasDeleted;
    private boolean declarationsChanged;

    Stretches(World world, RandomGenerator random) {
        this.world = world;
        this.random = random;
        focus = anyBureau();
        bureau = focus;
    }

    /** Goes on to the next step. */
    void next() {
        if (left-- <= 0 || stopsTakeover()) {
            begin(stretch.next());
        }
        if (stretch == Stretch.EVENLY) {
            process = random.nextInt(World.PROCESSES);
        }
        bureau = onlyFocus ? focus : anyBureau();
    }

    /** Whoever is about to lead is interrupted particularly often. */
    private boolean stopsTakeover() {
        return stretch == Stretch.BEFORE
                && world.process(process).isTakingOver()
                && random.nextInt(3) == 0;
    }

    private void begin(Stretch next) {
        stretch = next;
        boolean alone = next != Stretch.EVENLY;
        left = random.nextInt(alone ? LONGEST_ALONE : LONGEST_EVENLY);
        if (next == Stretch.BEFORE) {
            interrupted = random.nextInt(World.PROCESSES);
            focus = anyBureau();
            quotasDeleted = random.nextBoolean();
            declarationsChanged = random.nextBoolean();
            if (random.nextBoolean()) {
                world.kill(world.process(interrupted)); // so that it has to begin to lead
            }
        }
        process =
                next == Stretch.MEANWHILE
                        ? (interrupted + 1 + random.nextInt(World.PROCESSES - 1)) % World.PROCESSES
                        : interrupted;
        onlyFocus = alone && random.nextBoolean();
        prompt = alone && next != Stretch.AFTERWARDS && random.nextBoolean();
    }

    private String anyBureau() {
        List<String> all = Declarer.BUREAUS;
        return all.get(random.nextInt(all.size()));
    }

    int process() {
        return process;
    }

    String bureau() {
        return bureau;
    }

    /** Whether watches and quota controllers keep up with the process whose turn it is. */
    boolean isPrompt() {
        return prompt;
    }

    /** Whether the process whose turn it is goes on without hearing of anything. */
    boolean isDeaf() {
        return stretch == Stretch.AFTERWARDS;
    }

    /** Whether administrators delete ResourceQuotas while processes work alone. */
    boolean quotasAreDeleted() {
        return stretch != Stretch.EVENLY && quotasDeleted;
    }

    /** Whether bureaus are declared anew while processes work alone. */
    boolean declarationsChange() {
        return stretch != Stretch.EVENLY && declarationsChanged;
    }
}
