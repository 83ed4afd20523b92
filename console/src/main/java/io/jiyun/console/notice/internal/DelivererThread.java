package io.jiyun.console.notice.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the deliverer run as long as the console does. */
@Component
@ConditionalOnProperty(name = "jiyun.dispatch", matchIfMissing = true)
class DelivererThread {
    private static final Logger LOG = LoggerFactory.getLogger(DelivererThread.class);

    private final Deliverer deliverer;

    DelivererThread(Deliverer deliverer) {
        this.deliverer = deliverer;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void workOff() {
        try {
            deliverer.workOff();
        } catch (RuntimeException e) {
            // The database may be away for a moment; the rows are still there afterwards.
            LOG.warn("Notices could not be sent", e);
        }
    }
}
