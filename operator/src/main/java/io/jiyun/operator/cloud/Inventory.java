package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.CloudConnection.ClusterProfile;
import io.jiyun.api.v1alpha1.CloudConnection.KarmadaCluster;
import io.jiyun.api.v1alpha1.CloudConnection.ManagedCluster;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a cluster is reached from what another fleet management keeps on the hub. Of logins
 * only tokens in Secrets are taken; plugins that would run beside the operator never are.
 */
record Inventory(KubernetesClient hub) {

    Config read(CloudConnection declared) throws ConnectionRefused {
        if (declared.clusterProfileRef() != null) {
            return clusterProfile(declared.clusterProfileRef());
        }
        if (declared.karmadaClusterRef() != null) {
            return karmada(declared.karmadaClusterRef());
        }
        if (declared.managedClusterRef() != null) {
            return managedCluster(declared.managedClusterRef());
        }
        throw new ConnectionRefused("没有说明连接方式", "it does not say how the cloud is reached");
    }

    /** The token is where the inventory API's own secret reader has it: under the same name. */
    private Config clusterProfile(ClusterProfile reference) throws ConnectionRefused {
        GenericKubernetesResource profile =
                find(
                        "multicluster.x-k8s.io",
                        "v1alpha1",
                        "ClusterProfile",
                        "clusterprofiles",
                        reference.namespace(),
                        reference.name());
        String server = null;
        String authority = null;
        // accessProviders was called credentialProviders before v0.1 of the inventory API.
        for (String list : new String[] {"accessProviders", "credentialProviders"}) {
            for (int index = 0; server == null; index++) {
                if (profile.get("status", list, index) == null) {
                    break;
                }
                server = profile.get("status", list, index, "cluster", "server");
                authority =
                        profile.get("status", list, index, "cluster", "certificate-authority-data");
            }
        }
        HubSecret secret = HubSecret.read(hub, reference.namespace(), reference.name());
        return config("ClusterProfile " + reference.name(), server, authority, secret);
    }

    private Config karmada(KarmadaCluster reference) throws ConnectionRefused {
        GenericKubernetesResource cluster =
                find(
                        "cluster.karmada.io",
                        "v1alpha1",
                        "Cluster",
                        "clusters",
                        null,
                        reference.name());
        String namespace = cluster.get("spec", "secretRef", "namespace");
        String name = cluster.get("spec", "secretRef", "name");
        if (namespace == null || name == null) {
            throw new ConnectionRefused(
                    "Karmada 集群 " + reference.name() + " 没有 spec.secretRef",
                    "Karmada's Cluster " + reference.name() + " has no spec.secretRef");
        }
        HubSecret secret = HubSecret.read(hub, namespace, name);
        String authority =
                secret.has("caBundle")
                        ? Base64.getEncoder().encodeToString(secret.require("caBundle"))
                        : null;
        return config(
                "Karmada's Cluster " + reference.name(),
                cluster.get("spec", "apiEndpoint"),
                authority,
                secret);
    }

    /** The token is where a ManagedServiceAccount has it: in the cluster's namespace on the hub. */
    private Config managedCluster(ManagedCluster reference) throws ConnectionRefused {
        GenericKubernetesResource cluster =
                find(
                        "cluster.open-cluster-management.io",
                        "v1",
                        "ManagedCluster",
                        "managedclusters",
                        null,
                        reference.name());
        HubSecret secret =
                HubSecret.read(hub, reference.name(), reference.serviceAccountOrDefault());
        return config(
                "ManagedCluster " + reference.name(),
                cluster.get("spec", "managedClusterClientConfigs", 0, "url"),
                cluster.get("spec", "managedClusterClientConfigs", 0, "caBundle"),
                secret);
    }

    private static Config config(
            String source, @Nullable String server, @Nullable String authority, HubSecret secret)
            throws ConnectionRefused {
        if (server == null || server.isBlank()) {
            throw new ConnectionRefused(
                    source + " 没有给出 API 服务器地址", source + " gives no address of an API server");
        }
        String token = new String(secret.require("token"), StandardCharsets.UTF_8).strip();
        ConfigBuilder config =
                new ConfigBuilder(Config.empty()).withMasterUrl(server).withOauthToken(token);
        return authority == null || authority.isBlank()
                ? config.build()
                : config.withCaCertData(authority).build();
    }

    private GenericKubernetesResource find(
            String group,
            String version,
            String kind,
            String plural,
            @Nullable String namespace,
            String name)
            throws ConnectionRefused {
        ResourceDefinitionContext type =
                new ResourceDefinitionContext.Builder()
                        .withGroup(group)
                        .withVersion(version)
                        .withKind(kind)
                        .withPlural(plural)
                        .withNamespaced(namespace != null)
                        .build();
        GenericKubernetesResource found = null;
        try {
            var all = hub.genericKubernetesResources(type);
            found =
                    namespace == null
                            ? all.withName(name).get()
                            : all.inNamespace(namespace).withName(name).get();
        } catch (KubernetesClientException failure) {
            if (failure.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                throw new ConnectionRefused(
                        "无权读取 " + kind + " " + name,
                        "the operator may not read " + kind + " " + name);
            }
        }
        if (found == null) {
            throw new ConnectionRefused(
                    "中心集群中没有 " + kind + " " + name, "the hub has no " + kind + " " + name);
        }
        return found;
    }
}
