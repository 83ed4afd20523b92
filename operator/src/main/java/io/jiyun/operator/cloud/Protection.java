package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Objects;

/**
 * The policy by which a cloud's API server itself keeps everybody but Jiyun from changing what
 * Jiyun keeps there.
 */
public final class Protection {
    private static final String POLICY = "/META-INF/jiyun/policies/protection.yaml";

    /** Whether a cloud has the policy as it is meant to be. */
    public sealed interface Outcome {
        /** Nobody has looked yet. */
        record Unknown() implements Outcome {}

        record InForce() implements Outcome {}

        record Missing(String why) implements Outcome {}
    }

    /** Installs the policy or mends it; writes nothing where it stands as it should. */
    static Outcome ensure(KubernetesClient client) {
        try {
            objects(client).forEach(wanted -> PolicyObject.ensure(client, wanted));
            return new Outcome.InForce();
        } catch (KubernetesClientException refusal) {
            return switch (refusal.getCode()) {
                case HttpURLConnection.HTTP_FORBIDDEN ->
                        new Outcome.Missing(
                                "the operator may not install it; install"
                                        + " helm/jiyun/policies/protection.yaml by hand");
                case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_BAD_METHOD ->
                        new Outcome.Missing(
                                "its Kubernetes does not know ValidatingAdmissionPolicies, which"
                                        + " came with 1.30");
                default -> new Outcome.Missing("the cloud answered: " + refusal.getMessage());
            };
        }
    }

    private static List<HasMetadata> objects(KubernetesClient client) {
        try (InputStream policy =
                Objects.requireNonNull(Protection.class.getResourceAsStream(POLICY))) {
            return client.load(policy).items();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Protection() {}
}
