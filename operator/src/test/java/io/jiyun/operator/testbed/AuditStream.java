package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.operator.audit.AuditEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Has an API server send its audit stream, as a cloud's administrators would.
 *
 * @param cloud whose stream it claims to be
 */
public record AuditStream(String cloud, String token) {
    private static final String POLICY =
            """
            apiVersion: audit.k8s.io/v1
            kind: Policy
            omitStages: [RequestReceived]
            rules:
            - level: Metadata
              verbs: [create, update, patch]
              resources:
              - {group: "", resources: [pods, pods/resize]}
            - level: None
            """;

    /** Makes a certificate for an operator that is to listen on a port of the loopback. */
    static AuditEndpoint endpoint(Path directory, int port) {
        try {
            ControlPlane.run(
                    Map.of(),
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:prime256v1",
                    "-nodes",
                    "-keyout",
                    directory.resolve("tls.key").toString(),
                    "-out",
                    directory.resolve("tls.crt").toString(),
                    "-subj",
                    "/CN=audit",
                    "-addext",
                    "subjectAltName=IP:127.0.0.1");
            return new AuditEndpoint("127.0.0.1", port, Optional.of(directory));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The variables for a control plane whose API server sends to that endpoint. */
    Map<String, String> variables(AuditEndpoint endpoint) {
        Path directory = endpoint.tlsDirectory().orElseThrow();
        Path policy = directory.resolve("audit-policy.yaml");
        Path webhook = directory.resolve("audit-webhook.yaml");
        try {
            Files.writeString(policy, POLICY);
            Files.writeString(webhook, kubeconfig(endpoint));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Map.of(
                "TESTBED_API_FLAGS",
                "--audit-policy-file "
                        + policy
                        + " --audit-webhook-config-file "
                        + webhook
                        + " --audit-webhook-batch-max-wait 100ms"
                        + " --audit-webhook-initial-backoff 500ms");
    }

    /** Keeps the token in a Secret; answers how a hub is connected that is the cloud itself. */
    public CloudConnection keepToken(KubernetesClient hub, String namespace) {
        hub.resource(
                        new SecretBuilder()
                                .withNewMetadata()
                                .withNamespace(namespace)
                                .withName(cloud)
                                .endMetadata()
                                .withStringData(Map.of("audit-token", token))
                                .build())
                .serverSideApply();
        return new CloudConnection(
                new CloudConnection.InCluster(),
                null,
                null,
                null,
                null,
                new CloudConnection.AuditTokenSecret(namespace, cloud, null));
    }

    /** For a client that sends what an API server would. */
    public Config client(AuditEndpoint endpoint) {
        return Config.fromKubeconfig(kubeconfig(endpoint));
    }

    private String kubeconfig(AuditEndpoint endpoint) {
        try {
            byte[] certificate =
                    Files.readAllBytes(endpoint.tlsDirectory().orElseThrow().resolve("tls.crt"));
            return KubeconfigText.of(
                    "https://127.0.0.1:" + endpoint.port() + "/audit/" + cloud,
                    "certificate-authority-data: "
                            + Base64.getEncoder().encodeToString(certificate),
                    "token: " + token);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
