package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.Condition;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what the operator reports in a status. */
final class Reported {

    static Condition condition(BureauQuota quota, String type) {
        return quota.getStatus() == null
                ? new Condition()
                : named(quota.getStatus().conditionsOrEmpty(), type);
    }

    static Condition condition(@Nullable MemberCloud cloud, String type) {
        List<Condition> conditions =
                cloud == null || cloud.getStatus() == null ? null : cloud.getStatus().conditions();
        return named(conditions == null ? List.of() : conditions, type);
    }

    private static Condition named(List<Condition> conditions, String type) {
        return conditions.stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst()
                .orElseGet(Condition::new);
    }

    static boolean isCurrent(BureauQuota quota) {
        return quota.getStatus() != null
                && Objects.equals(
                        quota.getStatus().observedGeneration(),
                        quota.getMetadata().getGeneration());
    }

    private Reported() {}
}
