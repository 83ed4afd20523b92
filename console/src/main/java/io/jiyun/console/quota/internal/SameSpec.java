package io.jiyun.console.quota.internal;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether two declarations mean the same: absent and empty lists, {@code 1000m} and {@code 1}. */
final class SameSpec {
    private SameSpec() {}

    static boolean same(@Nullable BureauQuotaSpec one, @Nullable BureauQuotaSpec other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return normal(one).equals(normal(other));
    }

    private static BureauQuotaSpec normal(BureauQuotaSpec spec) {
        return new BureauQuotaSpec(
                spec.bureau(),
                spec.parentName(),
                spec.grantsOrEmpty(),
                spec.namespacesOrEmpty().stream()
                        .map(namespace ->
                                new BureauQuotaSpec.BureauNamespace(
                                        namespace.name(),
                                        namespace.cloud(),
                                        namespace.pool(),
                                        normal(namespace.min()),
                                        normal(namespace.max()),
                                        namespace.weightOrDefault(),
                                        namespace.access()))
                        .toList(),
                List.copyOf(spec.sharingOrEmpty()),
                spec.deletionPolicyOrDefault());
    }

    private static Map<String, Quantity> normal(@Nullable Map<String, Quantity> bound) {
        return bound == null ? Map.of() : bound;
    }
}
