package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Judges one API server by its own account: replays its pods in the order of their versions, from
 * before the first one on, and so knows the exact sum it had admitted at every instant. Uses
 * nothing of the operator and nothing of the library both share.
 */
public final class AdmittedSums implements Watcher<Pod>, AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final KubernetesClient client;
    private final Map<String, String> bureaus;
    private final Map<String, Map<String, BigDecimal>> quotas = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> pods = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> highest = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, CompletableFuture<Void>> awaited = new HashMap<>();
    private final Watch watch;
    private long version;
    private long events;
    private boolean watching;
    private boolean closed;

    /**
     * Begins to judge.
     *
     * @param bureaus by namespace
     * @param quotas by bureau, as the containers of pods name resources, and "pods"
     */
    public AdmittedSums(
            KubernetesClient client,
            Map<String, String> bureaus,
            Map<String, Map<String, String>> quotas) {
        this.client = client;
        this.bureaus = bureaus;
        quotas.forEach((bureau, amounts) -> {
            this.quotas.put(bureau, new TreeMap<>());
            amounts.forEach((name, text) -> this.quotas.get(bureau).put(name, amount(text)));
        });
        PodList before = client.pods().inAnyNamespace().list();
        before.getItems().forEach(pod -> eventReceived(Action.ADDED, pod));
        version = Long.parseLong(before.getMetadata().getResourceVersion());
        watching = true;
        watch =
                client.pods()
                        .inAnyNamespace()
                        .watch(
                                new ListOptionsBuilder()
                                        .withResourceVersion(Long.toString(version))
                                        .build(),
                                this);
    }

    @Override
    public synchronized void eventReceived(Action action, Pod pod) {
        String key = pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
        long next = Long.parseLong(pod.getMetadata().getResourceVersion());
        if (watching && next <= version) {
            faults.add("version " + next + " of " + key + " came after version " + version);
        }
        version = Math.max(version, next);
        events++;
        String bureau = bureaus.get(pod.getMetadata().getNamespace());
        if (bureau != null) {
            boolean counts = action != Action.DELETED && !isOver(pod);
            account(bureau, key, counts ? requests(pod) : Map.of());
        }
        CompletableFuture<Void> waiting = awaited.remove(key);
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    private void account(String bureau, String key, Map<String, BigDecimal> now) {
        Map<String, BigDecimal> sum = sums.computeIfAbsent(bureau, _ -> new TreeMap<>());
        Map<String, BigDecimal> before = pods.getOrDefault(key, Map.of());
        before.forEach((name, amount) -> sum.merge(name, amount.negate(), BigDecimal::add));
        now.forEach((name, amount) -> sum.merge(name, amount, BigDecimal::add));
        if (now.isEmpty()) {
            pods.remove(key);
        } else {
            pods.put(key, now);
        }
        Map<String, BigDecimal> most = highest.computeIfAbsent(bureau, _ -> new TreeMap<>());
        sum.forEach((name, amount) -> most.merge(name, amount, BigDecimal::max));
        quota(bureau)
                .forEach((name, quota) -> {
                    BigDecimal admitted = sum.getOrDefault(name, BigDecimal.ZERO);
                    if (admitted.compareTo(quota) > 0 && !now.equals(before)) {
                        faults.add(
                                "over-admission: %s had %s of %s beside a quota of %s, with %s at version %d"
                                        .formatted(bureau, admitted, name, quota, key, version));
                    }
                });
    }

    private Map<String, BigDecimal> quota(String bureau) {
        return quotas.getOrDefault(bureau, Map.of());
    }

    /** Over-admissions, and whatever else makes the account worth nothing. */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    public synchronized long events() {
        return events;
    }

    /** The highest sum ever admitted beside the quota, by bureau and resource. */
    public synchronized String report() {
        List<String> lines = new ArrayList<>();
        highest.forEach((bureau, most) ->
                quota(bureau)
                        .forEach((name, quota) -> {
                            BigDecimal admitted = most.getOrDefault(name, BigDecimal.ZERO);
                            lines.add(
                                    "%s %s: highest %s of %s"
                                            .formatted(
                                                    bureau, name, plain(admitted), plain(quota)));
                        }));
        return String.join("; ", lines);
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /**
     * Returns once everything that happened before the call was replayed, and checks the replay.
     */
    public void catchUp(Pod marker) {
        Pod made = client.resource(marker).create();
        String key = made.getMetadata().getNamespace() + "/" + made.getMetadata().getName();
        CompletableFuture<Void> seen = new CompletableFuture<>();
        synchronized (this) {
            if (version < Long.parseLong(made.getMetadata().getResourceVersion())) {
                awaited.put(key, seen);
            } else {
                seen.complete(null);
            }
        }
        seen.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        client.resource(made).withGracePeriod(0).delete();
    }

    private static boolean isOver(Pod pod) {
        String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
        return "Succeeded".equals(phase) || "Failed".equals(phase);
    }

    private static Map<String, BigDecimal> requests(Pod pod) {
        Map<String, BigDecimal> sum = new TreeMap<>(Map.of("pods", BigDecimal.ONE));
        pod.getSpec()
                .getContainers()
                .forEach(container ->
                        container
                                .getResources()
                                .getRequests()
                                .forEach((name, quantity) ->
                                        sum.merge(
                                                name,
                                                quantity.getNumericalAmount(),
                                                BigDecimal::add)));
        return sum;
    }

    private static BigDecimal amount(String text) {
        return Quantity.parse(text).getNumericalAmount();
    }

    @Override
    public synchronized void onClose(WatcherException cause) {
        if (!closed) {
            faults.add("the watch ended early: " + cause);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        watch.close();
    }
}
