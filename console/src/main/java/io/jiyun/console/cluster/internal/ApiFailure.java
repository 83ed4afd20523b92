package io.jiyun.console.cluster.internal;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;

/** The part of a failed call that a person can use. */
final class ApiFailure {
    private ApiFailure() {}

    /** What the server or the network said, as it said it. */
    static String sentence(KubernetesClientException failure) {
        if (failure.getStatus() != null && failure.getStatus().getMessage() != null) {
            return failure.getStatus().getMessage();
        }
        Throwable root = root(failure);
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }

    /** Why the hub does not answer, in both languages. */
    static SpecViolation away(KubernetesClientException failure, String address) {
        return switch (root(failure)) {
            case ConnectException _, ClosedChannelException _ -> away("cluster.refused", address);
            case UnresolvedAddressException _ -> away("cluster.unknown-address", address);
            case HttpTimeoutException _, TimeoutException _ -> away("cluster.timeout", address);
            default -> away("cluster.unreachable", sentence(failure));
        };
    }

    private static SpecViolation away(String key, String argument) {
        return Sentences.violation("ClusterAway", "", key, argument);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
