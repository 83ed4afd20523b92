package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violation;
import java.util.List;

/** Declared namespaces that exist and belong to someone else. */
final class ForeignNamespaces {

    static List<Violation> of(BureauQuota quota, List<Slice> slices) {
        String name = quota.getMetadata().getName();
        return slices.stream()
                .filter(slice -> slice.isWanted() && slice.standing() == Standing.FOREIGN)
                .map(slice ->
                        Violation.of(
                                Reason.NAMESPACE_NOT_OWNED,
                                "spec.namespaces",
                                slice.name(),
                                slice.pool().cloud(),
                                name))
                .toList();
    }

    private ForeignNamespaces() {}
}
