package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Base64;
import java.util.Map;

/**
 * A Secret of the hub, read by its name. RBAC decides in which namespaces: a reference into another
 * one, whoever wrote it, is refused by the API server.
 */
record HubSecret(String place, Map<String, String> data) {

    static HubSecret read(KubernetesClient hub, String namespace, String name)
            throws ConnectionRefused {
        String place = namespace + "/" + name;
        Secret secret;
        try {
            secret = hub.secrets().inNamespace(namespace).withName(name).get();
        } catch (KubernetesClientException failure) {
            if (failure.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                throw new ConnectionRefused(
                        "无权读取 Secret " + place + "；请放在 operator.kubeconfigNamespaces 所列的命名空间中",
                        "the operator may not read Secret "
                                + place
                                + "; keep it in a namespace the chart's"
                                + " operator.kubeconfigNamespaces names");
            }
            throw new ConnectionRefused(
                    "读取 Secret " + place + " 失败", "Secret " + place + " cannot be read");
        }
        if (secret == null) {
            throw new ConnectionRefused(
                    "Secret " + place + " 不存在", "Secret " + place + " does not exist");
        }
        return new HubSecret(place, secret.getData() == null ? Map.of() : secret.getData());
    }

    boolean has(String key) {
        return data.containsKey(key);
    }

    byte[] require(String key) throws ConnectionRefused {
        String encoded = data.get(key);
        if (encoded == null || encoded.isEmpty()) {
            throw new ConnectionRefused(
                    "Secret " + place + " 没有键 " + key, "Secret " + place + " has no key " + key);
        }
        return Base64.getDecoder().decode(encoded);
    }
}
