package io.jiyun.console.cluster.internal;

import io.fabric8.kubernetes.client.KubernetesClientException;

/** The part of a failed call that a person can use. */
final class ApiFailure {
    private ApiFailure() {}

    static String sentence(KubernetesClientException failure) {
        if (failure.getStatus() != null && failure.getStatus().getMessage() != null) {
            return failure.getStatus().getMessage();
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
