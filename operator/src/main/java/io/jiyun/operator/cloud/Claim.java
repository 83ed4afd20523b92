package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Optional;

/**
 * The mark by which a cluster has one hub and no second: an empty Namespace that names the hub,
 * taken by creating it, so that of two hubs one is refused. A namespace, because the operator needs
 * no further right for it and no tenant can make one.
 */
final class Claim {
    static final String NAME = "jiyun-claim";
    static final String HUB_ANNOTATION = "jiyun.io/hub-uid";
    static final String CLOUD_ANNOTATION = "jiyun.io/cloud";

    private final String hub;
    private final String cloud;

    /**
     * What is to be written.
     *
     * @param hub identity of the hub's cluster
     * @param cloud name of the MemberCloud that stands for the cluster
     */
    Claim(String hub, String cloud) {
        this.hub = hub;
        this.cloud = cloud;
    }

    /** A cluster's identity: by convention that of its namespace kube-system. */
    static String identity(KubernetesClient cluster) {
        Namespace system = cluster.namespaces().withName("kube-system").require();
        return system.getMetadata().getUid();
    }

    /** Claims the cluster for the hub; says why not where another hub has it. */
    Optional<Sentence> take(KubernetesClient cluster) {
        Namespace standing = cluster.namespaces().withName(NAME).get();
        return standing == null ? create(cluster) : judge(standing);
    }

    private Optional<Sentence> create(KubernetesClient cluster) {
        try {
            cluster.resource(
                            new NamespaceBuilder()
                                    .withNewMetadata()
                                    .withName(NAME)
                                    .addToAnnotations(HUB_ANNOTATION, hub)
                                    .addToAnnotations(CLOUD_ANNOTATION, cloud)
                                    .endMetadata()
                                    .build())
                    .create();
            return Optional.empty();
        } catch (KubernetesClientException refusal) {
            Namespace first =
                    refusal.getCode() == HttpURLConnection.HTTP_CONFLICT
                            ? cluster.namespaces().withName(NAME).get()
                            : null;
            if (first == null) {
                throw refusal;
            }
            return judge(first);
        }
    }

    private Optional<Sentence> judge(Namespace standing) {
        Map<String, String> marks = standing.getMetadata().getAnnotations();
        String holder = marks == null ? null : marks.get(HUB_ANNOTATION);
        if (hub.equals(holder)) {
            return Optional.empty();
        }
        String known = holder == null ? "?" : holder + "/" + marks.get(CLOUD_ANNOTATION);
        return Optional.of(
                new Sentence(
                        "该集群已由另一个集云中心纳管（" + known + "），此处不会写入任何内容；对方移交后请删除该集群的命名空间 " + NAME,
                        "another hub of Jiyun manages this cluster ("
                                + known
                                + "), so nothing is written there; once it has let go, delete the"
                                + " cluster's namespace "
                                + NAME));
    }
}
