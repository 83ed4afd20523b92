package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jiyun.api.v1alpha1.CloudConnection.KubeconfigSecret;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads the kubeconfig of a member cloud from a Secret of the hub. Whoever can write the Secret
 * must gain nothing on the operator's own machine: commands, plugins and file names in it are
 * refused.
 */
final class Kubeconfigs {

    static Config read(KubernetesClient hub, KubeconfigSecret reference) throws ConnectionRefused {
        HubSecret secret = HubSecret.read(hub, reference.namespace(), reference.name());
        String key = Optional.ofNullable(reference.key()).orElse("kubeconfig");
        String text = new String(secret.require(key), StandardCharsets.UTF_8);
        refuseWhatReachesOut(text, secret.place());
        try {
            Config config = Config.fromKubeconfig(text);
            refuseExpired(config, secret.place());
            return config;
        } catch (RuntimeException malformed) {
            throw new ConnectionRefused(
                    "Secret " + secret.place() + " 的键 " + key + " 不是可用的 kubeconfig",
                    "key " + key + " of Secret " + secret.place() + " holds no usable kubeconfig");
        }
    }

    private static void refuseWhatReachesOut(String text, String place) throws ConnectionRefused {
        io.fabric8.kubernetes.api.model.Config declared;
        try {
            declared = Serialization.unmarshal(text, io.fabric8.kubernetes.api.model.Config.class);
        } catch (RuntimeException malformed) {
            throw new ConnectionRefused(
                    "Secret " + place + " 中的内容不是 kubeconfig",
                    "Secret " + place + " holds no kubeconfig");
        }
        if (declared == null || declared.getClusters().isEmpty()) {
            throw new ConnectionRefused(
                    "Secret " + place + " 中的 kubeconfig 没有集群",
                    "the kubeconfig in Secret " + place + " names no cluster");
        }
        for (NamedAuthInfo user : declared.getUsers()) {
            if (user.getUser() != null && reachesOut(user.getUser())) {
                throw new ConnectionRefused(
                        "Secret " + place + " 中的 kubeconfig 会运行命令或引用文件；只接受令牌或内嵌证书",
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
                        "Secret " + place + " 中的 kubeconfig 引用了 CA 证书文件；请改为内嵌",
                        "the kubeconfig in Secret "
                                + place
                                + " names a file for the certificate authority; embed it");
            }
        }
    }

    private static boolean reachesOut(AuthInfo login) {
        return login.getExec() != null
                || login.getAuthProvider() != null
                || login.getTokenFile() != null
                || login.getClientCertificate() != null
                || login.getClientKey() != null;
    }

    /** An API server would only say that it does not accept the login. */
    private static void refuseExpired(Config config, String place) throws ConnectionRefused {
        String data = config.getClientCertData();
        if (data == null) {
            return;
        }
        try {
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(
                                            new ByteArrayInputStream(
                                                    Base64.getDecoder().decode(data)));
            certificate.checkValidity();
        } catch (CertificateExpiredException expired) {
            throw new ConnectionRefused(
                    "Secret " + place + " 中的客户端证书已过期（" + expired.getMessage() + "）",
                    "the client certificate in Secret "
                            + place
                            + " has expired ("
                            + expired.getMessage()
                            + ")");
        } catch (CertificateException malformed) {
            throw new ConnectionRefused(
                    "Secret " + place + " 中的客户端证书不可用",
                    "the client certificate in Secret " + place + " is not usable");
        }
    }

    private Kubeconfigs() {}
}
