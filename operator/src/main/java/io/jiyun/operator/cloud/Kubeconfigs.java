package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jiyun.api.v1alpha1.CloudConnection.KubeconfigSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the kubeconfig of a member cloud from a Secret of the hub. Whoever can write the Secret
 * must gain nothing on the operator's own machine: commands, plugins and file names in it are
 * refused.
 */
final class Kubeconfigs {

    static Config read(KubernetesClient hub, KubeconfigSecret reference) throws ConnectionRefused {
        String place = reference.namespace() + "/" + reference.name();
        String key = Optional.ofNullable(reference.key()).orElse("kubeconfig");
        String text = decode(secret(hub, reference, place), key, place);
        refuseWhatReachesOut(text, place);
        try {
            return Config.fromKubeconfig(text);
        } catch (RuntimeException malformed) {
            throw new ConnectionRefused(
                    "key " + key + " of Secret " + place + " holds no usable kubeconfig");
        }
    }

    private static Secret secret(KubernetesClient hub, KubeconfigSecret reference, String place)
            throws ConnectionRefused {
        Secret secret;
        try {
            secret =
                    hub.secrets()
                            .inNamespace(reference.namespace())
                            .withName(reference.name())
                            .get();
        } catch (KubernetesClientException failure) {
            throw new ConnectionRefused(
                    failure.getCode() == 403
                            ? "the operator may not read Secret "
                                    + place
                                    + "; keep it in a namespace the chart's"
                                    + " operator.kubeconfigNamespaces names"
                            : "Secret " + place + " cannot be read");
        }
        if (secret == null) {
            throw new ConnectionRefused("Secret " + place + " does not exist");
        }
        return secret;
    }

    private static String decode(Secret secret, String key, String place) throws ConnectionRefused {
        Map<String, String> data = secret.getData();
        String encoded = data == null ? null : data.get(key);
        if (encoded == null) {
            throw new ConnectionRefused("Secret " + place + " has no key " + key);
        }
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    private static void refuseWhatReachesOut(String text, String place) throws ConnectionRefused {
        io.fabric8.kubernetes.api.model.Config declared;
        try {
            declared = Serialization.unmarshal(text, io.fabric8.kubernetes.api.model.Config.class);
        } catch (RuntimeException malformed) {
            throw new ConnectionRefused("Secret " + place + " holds no kubeconfig");
        }
        if (declared == null) {
            throw new ConnectionRefused("Secret " + place + " holds an empty kubeconfig");
        }
        for (NamedAuthInfo user : declared.getUsers()) {
            AuthInfo login = user.getUser();
            if (login != null
                    && (login.getExec() != null
                            || login.getAuthProvider() != null
                            || login.getTokenFile() != null
                            || login.getClientCertificate() != null
                            || login.getClientKey() != null)) {
                throw new ConnectionRefused(
                        "the kubeconfig in Secret "
                                + place
                                + " runs a command or names a file; only a token or embedded"
                                + " certificate is taken");
            }
        }
        for (NamedCluster named : declared.getClusters()) {
            Cluster cluster = named.getCluster();
            if (cluster != null && cluster.getCertificateAuthority() != null) {
                throw new ConnectionRefused(
                        "the kubeconfig in Secret "
                                + place
                                + " names a file for the certificate authority; embed it");
            }
        }
    }

    private Kubeconfigs() {}
}
