package io.jiyun.console.cloud;

import io.jiyun.api.v1alpha1.MemberCloud;
import java.util.Collection;

/** The MemberClouds as seen last, also while the cluster is away and after a restart. */
public interface KnownClouds {
    Collection<MemberCloud> all();

    /** Whether the figures in {@link #all} are current; otherwise only capacity is told. */
    boolean areLive();
}
