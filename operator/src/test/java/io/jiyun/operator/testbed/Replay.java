package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** Goes through recorded changes in the order of their versions. */
final class Replay {
    private static final String LIMIT_NAME = "jiyun-quota";

    private final Map<String, String> bureaus;
    private final Map<String, Map<String, BigDecimal>> quotas = new TreeMap<>();
    private final Map<String, NamespaceAccount> accounts = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> highest = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> miscounts = new ArrayList<>();
    private long podChanges;

    Replay(Map<String, String> bureaus, Map<String, Map<String, String>> quotas) {
        this.bureaus = bureaus;
        quotas.forEach((bureau, amounts) -> {
            Map<String, BigDecimal> quota = new TreeMap<>();
            amounts.forEach(
                    (name, text) -> quota.put(name, Quantity.parse(text).getNumericalAmount()));
            this.quotas.put(bureau, quota);
        });
    }

    void fault(String sentence) {
        faults.add(sentence);
    }

    void run(List<Recording.Event<Pod>> pods, List<Recording.Event<ResourceQuota>> limits) {
        int next = 0;
        for (Recording.Event<Pod> pod : pods) {
            while (next < limits.size() && limits.get(next).version() < pod.version()) {
                limit(limits.get(next++));
            }
            pod(pod);
        }
        while (next < limits.size()) {
            limit(limits.get(next++));
        }
    }

    Verdict verdict() {
        return new Verdict(podChanges, List.copyOf(faults), List.copyOf(miscounts), report());
    }

    private void pod(Recording.Event<Pod> event) {
        podChanges++;
        String namespace = event.object().getMetadata().getNamespace();
        String name = event.object().getMetadata().getName();
        if (!bureaus.containsKey(namespace)) {
            return;
        }
        Map<String, BigDecimal> now =
                event.exists() && !isOver(event.object()) ? requests(event.object()) : Map.of();
        if (account(namespace).pod(name, now)) {
            judge(namespace, name, event.version());
        }
    }

    private void limit(Recording.Event<ResourceQuota> event) {
        ResourceQuota limit = event.object();
        String namespace = limit.getMetadata().getNamespace();
        if (!bureaus.containsKey(namespace) || !limit.getMetadata().getName().equals(LIMIT_NAME)) {
            return;
        }
        account(namespace).limit(event.exists() ? limit.getStatus() : null);
        judge(namespace, LIMIT_NAME, event.version());
    }

    private void judge(String namespace, String cause, long version) {
        String bureau = Objects.requireNonNull(bureaus.get(namespace));
        List<NamespaceAccount> all =
                accounts.entrySet().stream()
                        .filter(entry -> bureau.equals(bureaus.get(entry.getKey())))
                        .map(Map.Entry::getValue)
                        .toList();
        quotas.getOrDefault(bureau, Map.of())
                .forEach((name, quota) -> {
                    BigDecimal admitted = sum(all, account -> account.admitted(name));
                    BigDecimal promised = sum(all, account -> account.promised(name));
                    highest.computeIfAbsent(bureau, _ -> new TreeMap<>())
                            .merge(name, admitted, BigDecimal::max);
                    String found =
                            "%s had %s of %s and was promised %s beside a quota of %s, with %s/%s at version %d"
                                    .formatted(
                                            bureau,
                                            plain(admitted),
                                            name,
                                            plain(promised),
                                            plain(quota),
                                            namespace,
                                            cause,
                                            version);
                    if (promised.compareTo(quota) > 0) {
                        faults.add(found);
                    } else if (admitted.compareTo(quota) > 0) {
                        miscounts.add(found);
                    }
                });
    }

    private static BigDecimal sum(
            List<NamespaceAccount> accounts, Function<NamespaceAccount, BigDecimal> amount) {
        return accounts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private NamespaceAccount account(String namespace) {
        return accounts.computeIfAbsent(namespace, _ -> new NamespaceAccount());
    }

    private String report() {
        List<String> lines = new ArrayList<>();
        quotas.forEach((bureau, quota) ->
                quota.forEach((name, amount) -> {
                    BigDecimal most =
                            highest.getOrDefault(bureau, Map.of())
                                    .getOrDefault(name, BigDecimal.ZERO);
                    lines.add(
                            "%s %s: highest %s of %s"
                                    .formatted(bureau, name, plain(most), plain(amount)));
                }));
        return String.join("; ", lines);
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

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
