package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for and refused lately. A ReplicaSet, StatefulSet or Job that quota refuses leaves
 * an event whose text carries the ask; a bare pod leaves nothing.
 */
final class Refusals {
    private static final Duration LATELY = Duration.ofSeconds(20);
    private static final Pattern ASK =
            Pattern.compile(
                    "exceeded quota: "
                            + JiyunApi.QUOTA_NAME
                            + ", requested: (\\S+), used: (\\S+), limited: ");

    private static final Pattern PAIR = Pattern.compile("([^=,]+)=([^=,]+)");

    /**
     * What was asked for, beside what the namespace used at that moment.
     *
     * @param amount only of the resources that were short
     */
    record Ask(Resources amount, Resources used) {
        static final Ask NONE = new Ask(Resources.none(), Resources.none());

        /** Less what came in since: it may have been this, and if not it is asked for again. */
        Resources open(Resources usedNow) {
            return amount.minusToZero(usedNow.onlyOf(used.names()).minusToZero(used));
        }

        boolean isMet(Resources usedNow) {
            Resources open = open(usedNow);
            return open.isZero();
        }
    }

    private record Heard(Ask ask, Instant at) {}

    private final SharedIndexInformer<Event> informer;
    private final Consumer<String> refusedIn;
    private final Clock clock = Clock.systemUTC();

    /** By namespace, then by who asked. */
    private final Map<String, Map<String, Heard>> asks = new ConcurrentHashMap<>();

    private final AtomicLong heard = new AtomicLong();

    Refusals(KubernetesClient client, Consumer<String> refusedIn) {
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

    /** The sum of what is wanted in a namespace beyond what it uses now. */
    Resources in(String namespace, Resources usedNow) {
        Map<String, Heard> here = asks.get(namespace);
        if (here == null) {
            return Resources.none();
        }
        Instant since = clock.instant().minus(LATELY);
        // What was met once is not open again when it goes; else it would draw headroom it left.
        here.values().removeIf(heard -> heard.at().isBefore(since) || heard.ask().isMet(usedNow));
        return here.values().stream()
                .map(heard -> heard.ask().open(usedNow))
                .collect(Resources.sum());
    }

    /** What was met once is not open again when it goes; else it would draw headroom it left. */
    void forgetMet(String namespace, Resources usedNow) {
        Map<String, Heard> here = asks.get(namespace);
        if (here != null) {
            here.values().removeIf(heard -> heard.ask().isMet(usedNow));
        }
    }

    static Ask parse(@Nullable String message) {
        Matcher matcher = ASK.matcher(message == null ? "" : message);
        return matcher.find()
                ? new Ask(amounts(matcher.group(1)), amounts(matcher.group(2)))
                : Ask.NONE;
    }

    private static Resources amounts(String text) {
        Map<String, Quantity> amounts = new TreeMap<>();
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            amounts.put(pair.group(1), new Quantity(pair.group(2)));
        }
        return Quantities.observed(amounts);
    }

    /** How many refusals by any quota these events tell of, since the start. */
    long heard() {
        return heard.get();
    }

    private void count(Event event, int known) {
        String message = event.getMessage();
        if (message != null && message.contains("exceeded quota: ")) {
            heard.addAndGet(Math.max(1, times(event) - known));
        }
    }

    private static int times(Event event) {
        Integer count = event.getCount();
        return count == null ? 1 : count;
    }

    private void take(Event event) {
        Ask ask = parse(event.getMessage());
        Instant at = moment(event);
        if (ask.amount().isEmpty() || at.isBefore(clock.instant().minus(LATELY))) {
            return;
        }
        String namespace = event.getMetadata().getNamespace();
        String who =
                event.getInvolvedObject().getKind() + "/" + event.getInvolvedObject().getName();
        asks.computeIfAbsent(namespace, _ -> new ConcurrentHashMap<>())
                .put(who, new Heard(ask, at));
        refusedIn.accept(namespace);
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
            count(event, 0);
            take(event);
        }

        @Override
        public void onUpdate(Event before, Event after) {
            count(after, times(before));
            take(after);
        }

        @Override
        public void onDelete(Event event, boolean finalStateUnknown) {
            // Asks end by their age.
        }
    }
}
