package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The mark by which a cluster has one hub and no second, and is one cloud of it and no second: an
 * empty Namespace that names both, taken by creating it, so that of two one is refused. Without it
 * the same nodes would be counted and given out twice. A namespace, because the operator needs no
 * further right for it and no tenant can make one.
 */
final class Claim {
    static final String NAME = "jiyun-claim";
    static final String HUB_ANNOTATION = "jiyun.io/hub-uid";
    static final String CLOUD_ANNOTATION = "jiyun.io/cloud";

    private final String hub;
    private final String cloud;
    private final Predicate<String> isDeclared;

    /**
     * What is to be written.
     *
     * @param hub identity of the hub's cluster
     * @param cloud name of the MemberCloud that stands for the cluster
     * @param isDeclared whether the hub has a MemberCloud of that name
     */
    Claim(String hub, String cloud, Predicate<String> isDeclared) {
        this.hub = hub;
        this.cloud = cloud;
        this.isDeclared = isDeclared;
    }

    /** A cluster's identity: by convention that of its namespace kube-system. */
    static String identity(KubernetesClient cluster) {
        Namespace system = cluster.namespaces().withName("kube-system").require();
        return system.getMetadata().getUid();
    }

    /** Claims the cluster for the hub's cloud; says why not where another has it. */
    Optional<Sentence> take(KubernetesClient cluster) {
        Namespace standing = cluster.namespaces().withName(NAME).get();
        return standing == null ? create(cluster) : judge(cluster, standing);
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
            return judge(cluster, first);
        }
    }

    private Optional<Sentence> judge(KubernetesClient cluster, Namespace standing) {
        Map<String, String> marks = standing.getMetadata().getAnnotations();
        String holder = marks == null ? null : marks.get(HUB_ANNOTATION);
        String as = marks == null ? null : marks.get(CLOUD_ANNOTATION);
        if (!hub.equals(holder)) {
            return Optional.of(ofAnotherHub(holder == null ? "?" : holder + "/" + as));
        }
        if (cloud.equals(as)) {
            return Optional.empty();
        }
        if (as != null && isDeclared.test(as)) {
            return Optional.of(ofAnotherCloud(as));
        }
        Namespace taken =
                new NamespaceBuilder(standing)
                        .editMetadata()
                        .addToAnnotations(CLOUD_ANNOTATION, cloud)
                        .endMetadata()
                        .build();
        cluster.resource(taken).update(); // on the version read, so that of two one is refused
        return Optional.empty();
    }

    private static Sentence ofAnotherCloud(String other) {
        return new Sentence(
                "该集群已登记为云平台“"
                        + other
                        + "”，同一集群不能登记两次，此处不会写入任何内容；请删除其中一个。如“"
                        + other
                        + "”已改指其他集群，请删除该集群的命名空间 "
                        + NAME,
                "this cluster is registered as cloud \""
                        + other
                        + "\" already and cannot be registered twice, so nothing is written;"
                        + " delete one of the two. If \""
                        + other
                        + "\" points to another cluster by now, delete this cluster's namespace "
                        + NAME);
    }

    private static Sentence ofAnotherHub(String known) {
        return new Sentence(
                "该集群已由另一个集云中心纳管（" + known + "），此处不会写入任何内容；对方移交后请删除该集群的命名空间 " + NAME,
                "another hub of Jiyun manages this cluster ("
                        + known
                        + "), so nothing is written there; once it has let go, delete the"
                        + " cluster's namespace "
                        + NAME);
    }
}
