package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * In which version an object stands on its cluster. The versions of one cluster can be compared:
 * API servers of 1.35 and later promise numbers that rise, and earlier ones on etcd have them too.
 */
public final class StoredVersion {

    public static long of(HasMetadata object) {
        return Long.parseLong(object.getMetadata().getResourceVersion());
    }

    private StoredVersion() {}
}
