package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ResourceQuota with its figures, read once: a round looks at those of all namespaces several
 * times, and few of them changed since the one before.
 *
 * @param object must not be changed
 * @param asked {@code spec.hard}; null where it says nothing
 * @param confirmed {@code status.hard}; null while the cloud confirmed nothing
 * @param used {@code status.used}; null while there is no status
 */
public record StandingQuota(
        ResourceQuota object,
        @Nullable Resources asked,
        @Nullable Resources confirmed,
        @Nullable Resources used) {

    public static StandingQuota of(ResourceQuota object) {
        var status = object.getStatus();
        Map<String, Quantity> hard = status == null ? null : status.getHard();
        return new StandingQuota(
                object,
                object.getSpec() == null ? null : Quantities.observed(object.getSpec().getHard()),
                hard == null || hard.isEmpty() ? null : Quantities.observed(hard),
                status == null ? null : Quantities.observed(status.getUsed()));
    }

    /** Whether that is the ResourceQuota these figures were read from, unchanged. */
    boolean isStill(ResourceQuota other) {
        return object.getMetadata()
                .getResourceVersion()
                .equals(other.getMetadata().getResourceVersion());
    }

    Resources usedOrNone() {
        return used == null ? Resources.none() : used;
    }
}
