package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** How the operator reaches a cloud's API server. Exactly one way is given. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
        value =
                "[has(self.inCluster), has(self.kubeconfigSecretRef), has(self.clusterProfileRef),"
                        + " has(self.karmadaClusterRef), has(self.managedClusterRef)]"
                        + ".filter(given, given).size() == 1",
        message =
                "give exactly one of inCluster, kubeconfigSecretRef, clusterProfileRef,"
                        + " karmadaClusterRef and managedClusterRef to say how the cloud is"
                        + " reached")
public record CloudConnection(
        @JsonPropertyDescription(
                        "The cluster that holds this resource, reached as the operator itself.")
                @Nullable InCluster inCluster,
        @JsonPropertyDescription("A Secret of the hub that holds a kubeconfig.")
                @Nullable KubeconfigSecret kubeconfigSecretRef,
        @JsonPropertyDescription(
                        "A ClusterProfile (multicluster.x-k8s.io) of the hub. Its token is read"
                                + " from the Secret of the same namespace and name.")
                @Nullable ClusterProfile clusterProfileRef,
        @JsonPropertyDescription(
                        "A Cluster of Karmada on the hub. Its token is read from the Secret it"
                                + " names.")
                @Nullable KarmadaCluster karmadaClusterRef,
        @JsonPropertyDescription(
                        "A ManagedCluster of Open Cluster Management on the hub. Its token is read"
                                + " from the Secret of a ManagedServiceAccount in the namespace of"
                                + " the cluster's name.")
                @Nullable ManagedCluster managedClusterRef,
        @JsonPropertyDescription(
                        "A Secret of the hub that holds the token by which the cloud's API servers"
                                + " prove that an audit stream is theirs. Left out: key audit-token"
                                + " of the Secret that kubeconfigSecretRef names. Where there is"
                                + " no token, no audit stream is taken.")
                @Nullable AuditTokenSecret auditTokenSecretRef) {

    /** Sends no audit stream, unless a kubeconfig's Secret holds a token for it. */
    public CloudConnection(
            @Nullable InCluster inCluster,
            @Nullable KubeconfigSecret kubeconfigSecretRef,
            @Nullable ClusterProfile clusterProfileRef,
            @Nullable KarmadaCluster karmadaClusterRef,
            @Nullable ManagedCluster managedClusterRef) {
        this(
                inCluster,
                kubeconfigSecretRef,
                clusterProfileRef,
                karmadaClusterRef,
                managedClusterRef,
                null);
    }

    public static CloudConnection ofHub() {
        return new CloudConnection(new InCluster(), null, null, null, null);
    }

    public static CloudConnection ofSecret(String namespace, String name, String key) {
        return new CloudConnection(
                null, new KubeconfigSecret(namespace, name, key), null, null, null);
    }

    /** Where the token of audit streams is kept; null where nothing says. */
    public @Nullable AuditTokenSecret auditTokenSecret() {
        return auditTokenSecretRef == null && kubeconfigSecretRef != null
                ? new AuditTokenSecret(
                        kubeconfigSecretRef.namespace(), kubeconfigSecretRef.name(), null)
                : auditTokenSecretRef;
    }

    /** Has no settings. */
    public record InCluster() {}

    /** Where a kubeconfig is kept. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KubeconfigSecret(
            @JsonPropertyDescription("Namespace of the Secret.") @Required @Size(min = 1, max = 63)
                    String namespace,
            @JsonPropertyDescription("Name of the Secret.") @Required @Size(min = 1, max = 253)
                    String name,
            @JsonPropertyDescription("Key that holds the kubeconfig. Left out: kubeconfig.")
                    @Size(min = 1, max = 253)
                    @Nullable String key) {}

    /** Which ClusterProfile describes the cluster. */
    public record ClusterProfile(
            @JsonPropertyDescription("Namespace of the ClusterProfile.")
                    @Required
                    @Size(min = 1, max = 63)
                    String namespace,
            @JsonPropertyDescription("Name of the ClusterProfile.")
                    @Required
                    @Size(min = 1, max = 253)
                    String name) {}

    /** Which Cluster of Karmada describes the cluster. */
    public record KarmadaCluster(
            @JsonPropertyDescription("Name of the Cluster (cluster.karmada.io).")
                    @Required
                    @Size(min = 1, max = 253)
                    String name) {}

    /** Which ManagedCluster describes the cluster. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ManagedCluster(
            @JsonPropertyDescription(
                            "Name of the ManagedCluster (cluster.open-cluster-management.io).")
                    @Required
                    @Size(min = 1, max = 63)
                    String name,
            @JsonPropertyDescription(
                            "ManagedServiceAccount, and Secret, that holds the token. Left out:"
                                    + " jiyun-operator.")
                    @Size(min = 1, max = 253)
                    @Nullable String serviceAccount) {
        public String serviceAccountOrDefault() {
            return serviceAccount == null ? "jiyun-operator" : serviceAccount;
        }
    }

    /** Where the token of audit streams is kept. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AuditTokenSecret(
            @JsonPropertyDescription("Namespace of the Secret.") @Required @Size(min = 1, max = 63)
                    String namespace,
            @JsonPropertyDescription("Name of the Secret.") @Required @Size(min = 1, max = 253)
                    String name,
            @JsonPropertyDescription("Key that holds the token. Left out: audit-token.")
                    @Size(min = 1, max = 253)
                    @Nullable String key) {
        public String keyOrDefault() {
            return key == null ? "audit-token" : key;
        }
    }
}
