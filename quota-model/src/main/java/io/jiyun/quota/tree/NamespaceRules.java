package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.DeclaredQuota.NamespaceKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The namespaces of a bureau: names, who owns them, and bounds that can hold together. */
final class NamespaceRules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    static void check(BureauQuota quota, Province province, Instant now, Violations violations) {
        List<BureauNamespace> namespaces = quota.getSpec().namespacesOrEmpty();
        Map<PoolKey, Resources> granted = GrantedQuota.at(quota.getSpec(), now);
        Map<PoolKey, Resources> minimums = new TreeMap<>();
        Set<NamespaceKey> seen = new HashSet<>();
        DeclaredQuota self = DeclaredQuota.of(quota, now);
        for (int index = 0; index < namespaces.size(); index++) {
            BureauNamespace namespace = namespaces.get(index);
            String field = "spec.namespaces[" + index + "]";
            name(namespace, field, violations);
            NamespaceKey key = new NamespaceKey(namespace.cloud(), namespace.name());
            if (!seen.add(key)) {
                violations.add(
                        Reason.REPEATED_NAMESPACE,
                        field + ".name",
                        namespace.name(),
                        namespace.cloud());
            }
            PoolKey pool = new PoolKey(namespace.cloud(), namespace.pool());
            if (GrantRules.knownPool(pool, field, province, violations)
                    && !granted.containsKey(pool)) {
                violations.add(
                        Reason.NO_GRANT_FOR_POOL,
                        field + ".pool",
                        namespace.name(),
                        pool.pool(),
                        pool.cloud());
            }
            owner(self, key, field, province, violations);
            minimums.merge(pool, bounds(namespace, field, violations), Resources::plus);
        }
        minimums.forEach((pool, minimum) ->
                minimumsFit(
                        pool, minimum, granted.getOrDefault(pool, Resources.none()), violations));
    }

    private static void name(BureauNamespace namespace, String field, Violations violations) {
        String name = namespace.name();
        if (name.equals("default") || name.startsWith("kube-")) {
            violations.add(Reason.RESERVED_NAMESPACE, field + ".name", name);
        } else if (!NAME.matcher(name).matches()) {
            violations.add(Reason.INVALID_NAMESPACE_NAME, field + ".name", name);
        }
    }

    private static void owner(
            DeclaredQuota self,
            NamespaceKey key,
            String field,
            Province province,
            Violations violations) {
        province.quotas().stream()
                .filter(other -> !other.name().equals(self.name()))
                .filter(other -> other.held().contains(key) || other.claimed().contains(key))
                .filter(other -> other.ownsBefore(self, key))
                .findFirst()
                .ifPresent(other ->
                        violations.add(
                                Reason.NAMESPACE_OF_ANOTHER_BUREAU,
                                field + ".name",
                                key.name(),
                                key.cloud(),
                                other.name()));
    }

    private static Resources bounds(
            BureauNamespace namespace, String field, Violations violations) {
        Resources min = Quantities.declared(namespace.min(), field + ".min", violations);
        Resources max = Quantities.declared(namespace.max(), field + ".max", violations);
        min.excessOver(max)
                .names()
                .forEach(name ->
                        violations.add(
                                Reason.MINIMUM_ABOVE_MAXIMUM,
                                field + ".min." + name,
                                namespace.name(),
                                name,
                                min.orZero(name),
                                max.orZero(name)));
        if (namespace.weightOrDefault() < 1 || namespace.weightOrDefault() > 1000) {
            violations.add(
                    Reason.INVALID_WEIGHT,
                    field + ".weight",
                    namespace.name(),
                    namespace.weightOrDefault());
        }
        return min;
    }

    private static void minimumsFit(
            PoolKey pool, Resources minimum, Resources granted, Violations violations) {
        minimum.excessOver(granted)
                .names()
                .forEach(name ->
                        violations.add(
                                Reason.MINIMUMS_EXCEED_QUOTA,
                                "spec.namespaces",
                                pool.pool(),
                                pool.cloud(),
                                name,
                                minimum.orZero(name),
                                granted.orZero(name)));
    }

    private NamespaceRules() {}
}
