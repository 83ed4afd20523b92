package io.jiyun.operator.bureauquota;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Puts quota before furniture: while any bureau still waits for its quota, default requests,
 * network policy and access of the others wait too, so that a province that comes up is enforced
 * soonest. One bureau that never gets there holds up nobody for long.
 */
final class Convergence implements AutoCloseable {
    private static final long CALM = Duration.ofMillis(150).toNanos();
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    private final Consumer<String> resume;
    private final Set<String> waiting = new HashSet<>();
    private final Set<String> postponed = new HashSet<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("convergence").factory());
    private long busySince;
    private long lastBusy = System.nanoTime();

    Convergence(Consumer<String> resume) {
        this.resume = resume;
        var _ = timer.scheduleWithFixedDelay(this::resumeWhenCalm, 200, 50, TimeUnit.MILLISECONDS);
    }

    /** Notes whether a bureau still waits for a cloud to confirm a quota. */
    synchronized void report(String bureau, List<Slice> slices) {
        boolean pending =
                slices.stream()
                        .anyMatch(slice ->
                                slice.standing() == Standing.HELD
                                        && slice.isWanted()
                                        && slice.statusHard() == null);
        if (pending) {
            if (waiting.isEmpty()) {
                busySince = System.nanoTime();
            }
            waiting.add(bureau);
            lastBusy = System.nanoTime();
        } else if (waiting.remove(bureau)) {
            lastBusy = System.nanoTime();
        }
    }

    /** Whether furniture may be set up now; if not, the bureau is called again when it may. */
    synchronized boolean mayFurnish(String bureau) {
        if (isCalm()) {
            return true;
        }
        postponed.add(bureau);
        return false;
    }

    private synchronized boolean isCalm() {
        long now = System.nanoTime();
        return waiting.isEmpty() ? now - lastBusy > CALM : now - busySince > PATIENCE;
    }

    private void resumeWhenCalm() {
        Optional<Set<String>> due = Optional.empty();
        synchronized (this) {
            if (!postponed.isEmpty() && isCalm()) {
                due = Optional.of(Set.copyOf(postponed));
                postponed.clear();
            }
        }
        due.ifPresent(bureaus -> bureaus.forEach(resume));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
