package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaStatus;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one namespace admitted, and what its API server was told to admit at most. */
final class NamespaceAccount {
    private final Map<String, Map<String, BigDecimal>> pods = new HashMap<>();
    private final Map<String, BigDecimal> admitted = new HashMap<>();
    private final Map<String, BigDecimal> miscounted = new HashMap<>();
    private Map<String, BigDecimal> enforced = Map.of();
    private Map<String, BigDecimal> counted = Map.of();

    /** Whether anything changed: a pod asks for this now. */
    boolean pod(String name, Map<String, BigDecimal> now) {
        Map<String, BigDecimal> before = pods.getOrDefault(name, Map.of());
        if (now.equals(before)) {
            return false;
        }
        before.forEach((it, amount) -> admitted.merge(it, amount.negate(), BigDecimal::add));
        now.forEach((it, amount) -> admitted.merge(it, amount, BigDecimal::add));
        pods.put(name, now);
        return true;
    }

    /**
     * The ResourceQuota says so now. Admission never counts above the limit that is enforced; a
     * count that rises above it puts right one that had been too small before.
     */
    void limit(@Nullable ResourceQuotaStatus status) {
        Map<String, BigDecimal> hard = amounts(status == null ? null : status.getHard());
        Map<String, BigDecimal> used = amounts(status == null ? null : status.getUsed());
        Set<String> names = new TreeSet<>(used.keySet());
        names.addAll(miscounted.keySet());
        for (String name : names) {
            BigDecimal above = zero(used, name).subtract(zero(hard, name)).max(BigDecimal.ZERO);
            BigDecimal allowed = zero(enforced, name).max(zero(counted, name));
            BigDecimal sprung = zero(used, name).subtract(allowed).max(BigDecimal.ZERO);
            miscounted.put(name, zero(miscounted, name).add(sprung).min(above));
        }
        enforced = hard;
        counted = used;
    }

    BigDecimal admitted(String name) {
        return zero(admitted, name);
    }

    /** The most it may admit or has counted, without what had been miscounted. */
    BigDecimal promised(String name) {
        BigDecimal rightly = zero(counted, name).subtract(zero(miscounted, name));
        return zero(enforced, name).max(rightly);
    }

    private static BigDecimal zero(Map<String, BigDecimal> amounts, String name) {
        return amounts.getOrDefault(name, BigDecimal.ZERO);
    }

    /** As the containers of pods name resources. */
    private static Map<String, BigDecimal> amounts(@Nullable Map<String, Quantity> said) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        if (said != null) {
            said.forEach((name, quantity) ->
                    amounts.put(
                            name.startsWith("requests.")
                                    ? name.substring("requests.".length())
                                    : name,
                            quantity.getNumericalAmount()));
        }
        return amounts;
    }
}
