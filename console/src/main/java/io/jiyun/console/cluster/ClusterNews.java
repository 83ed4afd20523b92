package io.jiyun.console.cluster;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;

/** What the hub told. Published as application events, in order, on one thread per kind. */
public sealed interface ClusterNews {
    record QuotaSeen(BureauQuota quota) implements ClusterNews {}

    record QuotaGone(String name) implements ClusterNews {}

    record CloudSeen(MemberCloud cloud) implements ClusterNews {}

    record CloudGone(String name) implements ClusterNews {}

    record HealthChanged(ClusterHealth health) implements ClusterNews {}
}
