package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.MemberCloud;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What one test class has of a control plane: names of its own, a cloud with one pool, clients. */
public final class Testbed {
    public static final String POOL = "gov-x86";
    private static final String CLOUD = "cloud";
    private static final long PATIENCE_SECONDS = 60;
    private static final long RECOVERY_SECONDS = 180;

    private final RunningPlane running;
    private final String owner;
    private final String prefix;
    private final TestClouds clouds;

    Testbed(RunningPlane running, String owner) {
        this.running = running;
        this.owner = owner;
        clouds = new TestClouds(this);
        prefix = prefix(owner);
    }

    private static String prefix(String owner) {
        CRC32 sum = new CRC32();
        sum.update(owner.getBytes(StandardCharsets.UTF_8));
        return "t" + Long.toString(sum.getValue(), 36).toLowerCase(Locale.ROOT) + "-";
    }

    /** The audit stream of the class's own cloud. */
    static AuditStream auditStreamOf(String owner) {
        return new AuditStream(prefix(owner) + CLOUD, "token-of-the-stream-of-" + owner);
    }

    public AuditStream auditStream() {
        return auditStreamOf(owner);
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

    boolean isOwn(String name) {
        return name.startsWith(prefix);
    }

    public String cloud() {
        return name(CLOUD);
    }

    /** The class's cloud and others it declares. */
    public void declareCloud() {
        clouds.declareOwn();
    }

    /** The same with a token for its audit stream. */
    public void declareAuditedCloud() {
        clouds.declareAudited(auditStream());
    }

    /** Takes away what earlier classes declared: a cluster is one cloud only. */
    public void forgetOthers() {
        clouds.forgetOthers();
    }

    /** The same with all of the class's own clouds. */
    public void forgetClouds() {
        clouds.forgetAll();
    }

    public MemberCloud memberCloud(String name, CloudConnection connection) {
        return clouds.of(name, connection);
    }

    /** Declares a cloud that is reached by a kubeconfig in a Secret. */
    public void connectBySecret(String plain, String kubeconfig) {
        clouds.connectBySecret(plain, kubeconfig);
    }

    public Resource<MemberCloud> memberCloud(String plain) {
        return admin().resources(MemberCloud.class).withName(name(plain));
    }

    /** Waits until a cloud has a condition; answers the condition. */
    public Condition awaitCloudCondition(String plain, String type, String status) {
        MemberCloud reported =
                await(
                        memberCloud(plain),
                        cloud -> status.equals(Reported.condition(cloud, type).getStatus()));
        return Reported.condition(reported, type);
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
        try {
            return resource.waitUntilCondition(expectation, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (KubernetesClientTimeoutException timeout) {
            throw new AssertionError(StandsThere.report(admin(), resource), timeout);
        }
    }

    public BureauQuota awaitCondition(String plain, String type, String status) {
        return await(
                bureauQuota(plain),
                quota ->
                        quota != null
                                && Reported.isCurrent(quota)
                                && status.equals(condition(quota, type).getStatus()));
    }

    /** Completes once the declaration that stands now is enforced. */
    public CompletableFuture<List<BureauQuota>> whenReady(String plain) {
        return bureauQuota(plain)
                .informOnCondition(found ->
                        found.stream()
                                .anyMatch(quota ->
                                        Reported.isCurrent(quota)
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
        return Reported.condition(quota, type);
    }
}
