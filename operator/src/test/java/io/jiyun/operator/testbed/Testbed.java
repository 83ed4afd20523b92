package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.CloudRole;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudSpec;
import io.jiyun.api.v1alpha1.NetworkZone;
import io.jiyun.api.v1alpha1.PoolSpec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What one test class has of a control plane: names of its own, a cloud with one pool, clients. */
public final class Testbed {
    public static final String POOL = "gov-x86";
    private static final long PATIENCE_SECONDS = 60;
    private static final long RECOVERY_SECONDS = 180;

    private final RunningPlane running;
    private final String prefix;

    Testbed(RunningPlane running, String owner) {
        this.running = running;
        CRC32 sum = new CRC32();
        sum.update(owner.getBytes(StandardCharsets.UTF_8));
        prefix = "t" + Long.toString(sum.getValue(), 36).toLowerCase(Locale.ROOT) + "-";
    }

    /** The control plane, for tests that break it; the simulated cloud has none. */
    public ControlPlane plane() {
        if (running.cluster() instanceof ControlPlane plane) {
            return plane;
        }
        throw new IllegalStateException("this test needs a real control plane");
    }

    public KubernetesClient admin() {
        return running.cluster().admin();
    }

    public void startOperator() {
        running.startOperator();
    }

    public void stopOperator() {
        running.stopOperator();
    }

    /** A name nobody else on the control plane uses. */
    public String name(String plain) {
        return prefix + plain;
    }

    public String cloud() {
        return name("cloud");
    }

    /** Declares the class's cloud: one pool of 100 cores and 400 Gi. */
    public void declareCloud() {
        admin().resource(memberCloud(cloud(), CloudConnection.ofHub())).serverSideApply();
    }

    public MemberCloud memberCloud(String name, CloudConnection connection) {
        PoolSpec pool =
                new PoolSpec(
                        POOL,
                        NetworkZone.GOVERNMENT,
                        "amd64",
                        null,
                        null,
                        Map.of("cpu", Quantity.parse("100"), "memory", Quantity.parse("400Gi")));
        MemberCloud cloud = new MemberCloud();
        cloud.getMetadata().setName(name);
        cloud.setSpec(
                new MemberCloudSpec(
                        null, CloudRole.PROVINCIAL, null, null, connection, List.of(pool)));
        return cloud;
    }

    /** Declares a cloud that is reached by a kubeconfig in a Secret. */
    public void connectBySecret(String plain, String kubeconfig) {
        String encoded =
                Base64.getEncoder().encodeToString(kubeconfig.getBytes(StandardCharsets.UTF_8));
        admin().resource(
                        new SecretBuilder()
                                .withNewMetadata()
                                .withNamespace(ChartRights.RELEASE_NAMESPACE)
                                .withName(name(plain))
                                .endMetadata()
                                .withData(Map.of("kubeconfig", encoded))
                                .build())
                .serverSideApply();
        CloudConnection connection =
                CloudConnection.ofSecret(ChartRights.RELEASE_NAMESPACE, name(plain), "kubeconfig");
        admin().resource(memberCloud(name(plain), connection)).serverSideApply();
    }

    public Resource<MemberCloud> memberCloud(String plain) {
        return admin().resources(MemberCloud.class).withName(name(plain));
    }

    /** Waits until a cloud has a condition; answers the condition. */
    public Condition awaitCloudCondition(String plain, String type, String status) {
        MemberCloud reported =
                await(
                        memberCloud(plain),
                        cloud -> status.equals(condition(cloud, type).getStatus()));
        return condition(reported, type);
    }

    private static Condition condition(@Nullable MemberCloud cloud, String type) {
        List<Condition> conditions =
                cloud == null || cloud.getStatus() == null ? null : cloud.getStatus().conditions();
        return named(conditions == null ? List.of() : conditions, type);
    }

    public BureauFixture bureau(String plain) {
        return new BureauFixture(this, name(plain));
    }

    public BureauQuota apply(BureauQuota quota) {
        return admin().resource(quota).forceConflicts().serverSideApply();
    }

    public Resource<BureauQuota> bureauQuota(String plain) {
        return admin().resources(BureauQuota.class).withName(name(plain));
    }

    public Resource<Namespace> namespace(String plain) {
        return admin().namespaces().withName(name(plain));
    }

    public Resource<ResourceQuota> quota(String plain) {
        return admin().resourceQuotas().inNamespace(name(plain)).withName(JiyunApi.QUOTA_NAME);
    }

    public void foreignNamespace(String plain, Map<String, String> annotations) {
        admin().resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(name(plain))
                                .withAnnotations(annotations)
                                .endMetadata()
                                .build())
                .create();
    }

    public Pod pod(String plainNamespace, String pod, @Nullable String cpu) {
        Map<String, Quantity> requests =
                cpu == null ? Map.of() : Map.of("cpu", Quantity.parse(cpu));
        return admin().resource(
                        new PodBuilder()
                                .withNewMetadata()
                                .withNamespace(name(plainNamespace))
                                .withName(pod)
                                .endMetadata()
                                .withNewSpec()
                                .withAutomountServiceAccountToken(false)
                                .addNewContainer()
                                .withName("main")
                                .withImage("registry.invalid/none")
                                .withNewResources()
                                .withRequests(requests)
                                .endResources()
                                .endContainer()
                                .endSpec()
                                .build())
                .create();
    }

    /** Waits, by watching, until the object is as expected. */
    public <T extends HasMetadata> T await(
            Resource<T> resource, Predicate<@Nullable T> expectation) {
        return resource.waitUntilCondition(expectation, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public BureauQuota awaitCondition(String plain, String type, String status) {
        return await(
                bureauQuota(plain),
                quota ->
                        quota != null
                                && isCurrent(quota)
                                && status.equals(condition(quota, type).getStatus()));
    }

    /** Completes once the declaration that stands now is enforced. */
    public CompletableFuture<List<BureauQuota>> whenReady(String plain) {
        return bureauQuota(plain)
                .informOnCondition(found ->
                        found.stream()
                                .anyMatch(quota ->
                                        isCurrent(quota)
                                                && "True"
                                                        .equals(
                                                                condition(quota, "Ready")
                                                                        .getStatus())));
    }

    public BureauQuota awaitReady(String plain) {
        return awaitCondition(plain, "Ready", "True");
    }

    /** After faults: connections and leaders have their own, longer terms to come back. */
    public BureauQuota awaitReadyAgain(String plain) {
        return bureauQuota(plain)
                .waitUntilCondition(
                        seen -> seen != null && "True".equals(condition(seen, "Ready").getStatus()),
                        RECOVERY_SECONDS,
                        TimeUnit.SECONDS);
    }

    public static Condition condition(BureauQuota quota, String type) {
        return quota.getStatus() == null
                ? new Condition()
                : named(quota.getStatus().conditionsOrEmpty(), type);
    }

    private static Condition named(List<Condition> conditions, String type) {
        return conditions.stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst()
                .orElseGet(Condition::new);
    }

    private static boolean isCurrent(BureauQuota quota) {
        return quota.getStatus() != null
                && Objects.equals(
                        quota.getStatus().observedGeneration(),
                        quota.getMetadata().getGeneration());
    }
}
