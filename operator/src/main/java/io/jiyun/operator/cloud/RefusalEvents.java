package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Consumer;

/** Hears the events that controllers leave when a quota refuses them. */
final class RefusalEvents {
    private final SharedIndexInformer<Event> informer;
    private final Refusals refusals;
    private final Consumer<String> refusedIn;
    private final Clock clock = Clock.systemUTC();

    /**
     * @param refusedIn told the namespaces in which something was refused just now
     */
    RefusalEvents(KubernetesClient client, Refusals refusals, Consumer<String> refusedIn) {
        this.refusals = refusals;
        this.refusedIn = refusedIn;
        informer =
                client.v1()
                        .events()
                        .inAnyNamespace()
                        .withField("reason", "FailedCreate")
                        .runnableInformer(0)
                        .removeNamespaceIndex()
                        .addEventHandler(new Handler());
        informer.exceptionHandler((started, failure) -> true);
    }

    void start() {
        var _ = informer.start();
    }

    void stop() {
        informer.stop();
    }

    /**
     * @param known how many refusals it told of before
     */
    private void take(Event event, int known) {
        Refusal refusal = Refusal.in(event.getMessage()).orElse(null);
        if (refusal == null) {
            return;
        }
        String namespace = event.getMetadata().getNamespace();
        int times = Math.max(1, times(event) - known);
        if (refusals.heardByEvent(namespace, refusal, times, moment(event))) {
            refusedIn.accept(namespace);
        }
    }

    private static int times(Event event) {
        Integer count = event.getCount();
        return count == null ? 1 : count;
    }

    private Instant moment(Event event) {
        String text = event.getLastTimestamp();
        if (text == null && event.getEventTime() != null) {
            text = event.getEventTime().getTime();
        }
        try {
            return text == null ? clock.instant() : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            return clock.instant();
        }
    }

    private final class Handler implements ResourceEventHandler<Event> {
        @Override
        public void onAdd(Event event) {
            take(event, 0);
        }

        @Override
        public void onUpdate(Event before, Event after) {
            take(after, times(before));
        }

        @Override
        public void onDelete(Event event, boolean finalStateUnknown) {
            // Asks end by their age.
        }
    }
}
