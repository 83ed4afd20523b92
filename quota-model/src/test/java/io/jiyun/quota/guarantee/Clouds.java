package io.jiyun.quota.guarantee;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.CloudRole;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudSpec;
import io.jiyun.api.v1alpha1.NetworkZone;
import io.jiyun.api.v1alpha1.PoolSpec;
import io.jiyun.quota.tree.PoolKey;
import java.util.List;

/** Two clouds of one pool each. */
final class Clouds {
    static List<MemberCloud> all() {
        return Pods.POOLS.stream().map(Clouds::cloud).toList();
    }

    private static MemberCloud cloud(PoolKey key) {
        MemberCloud cloud = new MemberCloud();
        cloud.setMetadata(new ObjectMetaBuilder().withName(key.cloud()).build());
        PoolSpec pool =
                new PoolSpec(
                        key.pool(),
                        NetworkZone.GOVERNMENT,
                        "amd64",
                        null,
                        null,
                        Pods.quantities(Pods.CAPACITY));
        cloud.setSpec(
                new MemberCloudSpec(
                        null,
                        CloudRole.PROVINCIAL,
                        null,
                        null,
                        CloudConnection.ofHub(),
                        List.of(pool)));
        return cloud;
    }

    private Clouds() {}
}
