package io.jiyun.console.outbox.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the dispatcher run as long as the console does. */
@Component
@ConditionalOnProperty(name = "jiyun.dispatch", matchIfMissing = true)
class DispatcherThread implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DispatcherThread.class);
    private static final long PERIOD_MILLIS = 100;

    private final Dispatcher dispatcher;
    private volatile @Nullable ScheduledExecutorService executor;

    DispatcherThread(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("outbox").factory());
        executor = started;
        var _ =
                started.scheduleWithFixedDelay(
                        this::workOff, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void workOff() {
        try {
            dispatcher.workOff();
        } catch (RuntimeException e) {
            // The database may be away for a moment; the rows are still there afterwards.
            LOG.warn("The outbox could not be worked off", e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = executor;
        executor = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}
