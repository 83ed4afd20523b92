package io.jiyun.console.quota.internal;

import io.jiyun.console.cluster.ClusterNews;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the recorder see what the hub tells, beside the thread that tells it. */
@Component
@ConditionalOnProperty(name = "jiyun.dispatch", matchIfMissing = true)
class SliceRecording {
    private static final Logger LOG = LoggerFactory.getLogger(SliceRecording.class);

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("slice-history").factory());
    private final SliceRecorder recorder;
    private final Clock clock;

    SliceRecording(SliceRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    @EventListener
    void on(ClusterNews.QuotaSeen news) {
        thread.execute(() -> quietly(() -> recorder.see(news.quota())));
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        quietly(() -> recorder.forget(clock.instant()));
    }

    /** A picture that misses a point is better than a console that stops. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The movement of slices could not be noted", e);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
