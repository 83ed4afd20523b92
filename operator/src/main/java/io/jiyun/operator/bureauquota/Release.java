package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.operator.cloud.Cloud;
import io.jiyun.operator.cloud.Kept;
import java.util.List;

/**
 * Lets go of a namespace: everything in it stays as it is, the enforced quota and people's access
 * included, but is no longer Jiyun's to change.
 */
final class Release {

    static void of(Cloud cloud, String namespace) {
        List.of(
                        lifted(cloud, cloud.quotas(), namespace, JiyunApi.QUOTA_NAME),
                        lifted(cloud, cloud.limitRanges(), namespace, JiyunApi.LIMITS_NAME),
                        lifted(
                                cloud,
                                cloud.networkPolicies(),
                                namespace,
                                JiyunApi.NETWORK_POLICY_NAME),
                        lifted(
                                cloud,
                                cloud.roleBindings(),
                                namespace,
                                JiyunApi.ACCESS_PREFIX + "edit"))
                .forEach(Runnable::run);
        NamespaceTenure.release(cloud, namespace); // last: while it is marked, a crash is made good
    }

    private static <T extends HasMetadata> Runnable lifted(
            Cloud cloud, Kept<T> kept, String namespace, String name) {
        return () ->
                kept.find(namespace, name)
                        .filter(object ->
                                Marks.labelsOf(object).containsKey(JiyunApi.MANAGED_BY_LABEL))
                        .ifPresent(object -> {
                            T released = cloud.client().getKubernetesSerialization().clone(object);
                            Marks.liftFrom(released);
                            cloud.client().resource(released).update();
                            kept.forget(namespace, name);
                        });
    }

    private Release() {}
}
