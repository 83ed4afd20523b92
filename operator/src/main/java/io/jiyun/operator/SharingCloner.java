package io.jiyun.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.Cloner;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;

/**
 * Copies Jiyun's own resources without the way through JSON that the framework takes for every
 * reconciliation: spec and status are records, which nobody can change and so everybody can share.
 */
record SharingCloner(KubernetesClient client) implements Cloner {
    @Override
    @SuppressWarnings("unchecked")
    public <R extends HasMetadata> R clone(R object) {
        return switch (object) {
            case BureauQuota quota -> (R) copy(quota, new BureauQuota());
            case MemberCloud cloud -> (R) copy(cloud, new MemberCloud());
            default -> client.getKubernetesSerialization().clone(object);
        };
    }

    private static <S, T> CustomResource<S, T> copy(
            CustomResource<S, T> from, CustomResource<S, T> to) {
        to.setMetadata(new ObjectMetaBuilder(from.getMetadata()).build());
        to.setSpec(from.getSpec());
        to.setStatus(from.getStatus());
        return to;
    }
}
