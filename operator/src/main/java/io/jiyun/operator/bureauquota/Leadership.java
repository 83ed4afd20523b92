package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.bureauquota.EpochObject.Epoch;
import io.jiyun.quota.plan.Guards;
import io.jiyun.quota.plan.TakeoverStep;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this process may give out quota. It takes an epoch before its first decision, stamps all
 * ledgers with it, and reads it live before any decision that spans several of them. A process
 * whose epoch was overtaken raises nothing any more.
 */
final class Leadership {
    /** What this process may do. */
    enum State {
        WAITING,
        LEADING,
        OVERTAKEN
    }

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

    /** How long one that was overtaken leaves work to the other before it takes over again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EpochObject object;
    private final KubernetesClient hub;
    private final Consumer<Stocktake.Found> begun;
    private final String holder = UUID.randomUUID().toString();
    private final ReentrantLock taking = new ReentrantLock();
    private final LiveReading<Optional<Epoch>> reading;
    private final Map<String, Long> left = new HashMap<>();
    private volatile @Nullable Epoch mine;
    private volatile boolean overtaken;

    /**
     * @param begun told all quotas as they stand when this process begins to lead
     */
    Leadership(KubernetesClient hub, Consumer<Stocktake.Found> begun) {
        this.hub = hub;
        this.object = new EpochObject(hub);
        this.begun = begun;
        this.reading = new LiveReading<>(() -> Optional.ofNullable(object.read()));
    }

    /** The epoch in which a round begins; takes one first where this process has none yet. */
    long epoch() {
        Epoch current = mine;
        if (current != null) {
            return current.number();
        }
        taking.lock();
        try {
            Epoch taken = mine == null ? takeOver() : mine;
            mine = taken;
            return taken.number();
        } finally {
            taking.unlock();
        }
    }

    State state() {
        return overtaken ? State.OVERTAKEN : mine == null ? State.WAITING : State.LEADING;
    }

    /** The number of the epoch taken last; zero for none. */
    long latestEpoch() {
        Epoch current = mine;
        return current == null ? 0 : current.number();
    }

    /** Whether nobody is known to have taken over from that epoch. */
    boolean holds(long epoch) {
        Epoch current = mine;
        return !overtaken && current != null && current.number() == epoch;
    }

    /** Reads live whether the epoch still stands; a reading that began after this call counts. */
    boolean confirm(long epoch) {
        Optional<Epoch> live = reading.after();
        Epoch current = mine;
        if (current != null && current.number() == epoch && live.equals(Optional.of(current))) {
            return holds(epoch);
        }
        overtaken(epoch);
        return false;
    }

    /** Another process was seen to lead. */
    void overtaken(long epoch) {
        Epoch current = mine;
        if (current != null && current.number() == epoch && !overtaken) {
            overtaken = true;
            LOG.atWarn()
                    .addKeyValue("epoch", epoch)
                    .log("Another operator has taken over from epoch {}; quota is frozen", epoch);
        }
    }

    /**
     * Leaves a bureau's work to the process that leads, and takes over from it where the work is
     * still there after a while; answers when to look again.
     */
    Duration leave(String bureau, boolean pending) {
        boolean tooLong;
        synchronized (left) {
            long now = System.nanoTime();
            Long since = pending ? left.computeIfAbsent(bureau, _ -> now) : left.remove(bureau);
            tooLong = pending && since != null && now - since > PATIENCE.toNanos();
            if (tooLong) {
                left.clear();
            }
        }
        if (tooLong) {
            mine = null;
        }
        return PATIENCE.plusMillis(100);
    }

    private Epoch takeOver() {
        Epoch taken = null;
        Stocktake stock = new Stocktake(hub);
        for (TakeoverStep step : TakeoverStep.order(Guards.all())) {
            switch (step) {
                case TAKE_EPOCH -> taken = object.take(holder, () -> Stocktake.highestEpoch(hub));
                case LIST_LEDGERS -> stock.listLedgers();
                case LIST_QUOTAS -> stock.listQuotas();
                case STAMP_LEDGERS -> {
                    if (taken != null) {
                        stock.stamp(taken.number());
                    }
                }
            }
        }
        if (taken == null) {
            throw new IllegalStateException("no epoch was taken");
        }
        begun.accept(stock.found());
        overtaken = false;
        LOG.atInfo()
                .addKeyValue("epoch", taken.number())
                .log("This operator gives out quota from epoch {} on", taken.number());
        return taken;
    }

    /** What a round does that finds its epoch overtaken: end, as after any refused write. */
    static KubernetesClientException refusal() {
        return new KubernetesClientException(
                "another operator has taken over", HttpURLConnection.HTTP_CONFLICT, null);
    }
}
