package io.jiyun.console.notice.internal;

import io.jiyun.console.notice.internal.DeliveryTable.Item;
import io.jiyun.console.notice.internal.DeliveryTable.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits, one message per target. A message whose console was killed before it noted the
 * success goes once more: told twice is better than never.
 */
@Component
class Deliverer {
    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(15);
    private static final int DOUBLINGS = 8;
    static final int MOST_ATTEMPTS = 12;

    private final DeliveryTable deliveries;
    private final Mail mail;
    private final WebhookCall webhooks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deliverer(
            DeliveryTable deliveries,
            Mail mail,
            WebhookCall webhooks,
            TransactionTemplate transaction,
            Clock clock) {
        this.deliveries = deliveries;
        this.mail = mail;
        this.webhooks = webhooks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tries everything that is due, one target after the other. */
    void workOff() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> tryNext()));
        }
    }

    private boolean tryNext() {
        Optional<Target> next = deliveries.nextTarget();
        next.ifPresent(target -> {
            List<Item> items = deliveries.waiting(target);
            try {
                switch (target.channel()) {
                    case EMAIL -> mail.send(target.address(), items);
                    case WEBHOOK -> webhooks.send(target.address(), items);
                }
                items.forEach(deliveries::done);
            } catch (NotDelivered failure) {
                LOG.info("A message to {} did not go: {}", target.channel(), failure.getMessage());
                items.forEach(item -> tryLater(item, String.valueOf(failure.getMessage())));
            }
        });
        return next.isPresent();
    }

    private void tryLater(Item item, String why) {
        if (item.attempts() + 1 >= MOST_ATTEMPTS) {
            deliveries.giveUp(item, why);
        } else {
            Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(item.attempts(), DOUBLINGS));
            deliveries.postpone(item, clock.instant().plus(delay), why);
        }
    }
}
