package io.jiyun.console;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.CloudRole;
import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Loan;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudSpec;
import io.jiyun.api.v1alpha1.MemberCloudStatus;
import io.jiyun.api.v1alpha1.NetworkZone;
import io.jiyun.api.v1alpha1.PoolSpec;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.cluster.ClusterHealth;
import io.jiyun.console.cluster.ClusterNews;
import io.jiyun.console.cluster.Documents;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A hub that does what the test says: takes specs, refuses them, is away, loses things. */
public class FakeCluster implements Cluster {
    private static final AtomicLong GENERATIONS = new AtomicLong();

    private final Map<String, BureauQuota> quotas = new ConcurrentSkipListMap<>();
    private final Map<String, MemberCloud> clouds = new ConcurrentSkipListMap<>();
    private final AtomicInteger applies = new AtomicInteger();
    private Consumer<ClusterNews> listener = news -> {};
    private volatile boolean reachable = true;
    private volatile @Nullable String refusal;
    private volatile @Nullable Runnable afterApply;

    void reset(Consumer<ClusterNews> news) {
        quotas.clear();
        clouds.clear();
        applies.set(0);
        reachable = true;
        refusal = null;
        afterApply = null;
        listener = news;
    }

    /** Adds cloud {@code provincial} with pool {@code gov-x86} of that many cores. */
    public void hasPool(String cores) {
        hasPools(cores, "gov-x86");
    }

    /** Adds cloud {@code provincial} with pools of that many cores each. */
    public void hasPools(String cores, String... names) {
        MemberCloud cloud = new MemberCloud();
        cloud.setMetadata(new ObjectMetaBuilder().withName("provincial").build());
        cloud.setSpec(
                new MemberCloudSpec(
                        "云江省政务云",
                        CloudRole.PROVINCIAL,
                        "530000",
                        null,
                        CloudConnection.ofHub(),
                        Stream.of(names).map(name -> pool(name, cores)).toList()));
        clouds.put("provincial", cloud);
        listener.accept(new ClusterNews.CloudSeen(cloud));
    }

    private static PoolSpec pool(String name, String cores) {
        return new PoolSpec(
                name,
                NetworkZone.GOVERNMENT,
                "amd64",
                null,
                null,
                Map.of("cpu", Quantity.parse(cores), "memory", Quantity.parse("16Ti")));
    }

    /** What the operator writes when something is wrong with the cloud. */
    public void tellsOfTheCloud(SpecViolation... problems) {
        MemberCloud cloud = Objects.requireNonNull(clouds.get("provincial"));
        cloud.setStatus(
                new MemberCloudStatus(1L, true, "v1.36.3", null, null, null, List.of(problems)));
        listener.accept(new ClusterNews.CloudSeen(cloud));
    }

    /** Somebody applies a manifest without the console. */
    public void appliedByHand(BureauQuota quota) {
        Applied ignored = apply(quota);
    }

    public void loses(String name) {
        quotas.remove(name);
        listener.accept(new ClusterNews.QuotaGone(name));
    }

    /** What the operator writes once everything is in place. */
    public void reportsUse(String name, Map<String, Quantity> hard, Map<String, Quantity> used) {
        PoolUsage pool = new PoolUsage("provincial", "gov-x86", hard, hard, used, null, null, null);
        reports(name, List.of(pool), null, null, "Admitted", "Synced", "Ready");
    }

    /** The same of a bureau that borrows, or lends. */
    public void reportsUse(
            String name,
            Map<String, Quantity> hard,
            Map<String, Quantity> used,
            Map<String, Quantity> borrowed,
            Map<String, Quantity> lent) {
        PoolUsage pool =
                new PoolUsage("provincial", "gov-x86", hard, hard, used, null, borrowed, lent);
        reports(name, List.of(pool), null, null, "Admitted", "Synced", "Ready");
    }

    /** What the operator writes when something is short. */
    public void explains(String name, Explanation... explanations) {
        reports(name, null, null, List.of(explanations), "Admitted", "Constrained");
    }

    /** What the operator writes of a bureau that uses quota of another. */
    public void borrows(String name, Loan... loans) {
        reports(name, null, List.of(loans), null, "Admitted");
    }

    /** Whatever else the operator writes. */
    public void reports(String name, BureauQuotaStatus status) {
        BureauQuota quota = copy(name);
        quota.setStatus(status);
        quotas.put(name, quota);
        listener.accept(new ClusterNews.QuotaSeen(quota));
    }

    private void reports(
            String name,
            @Nullable List<PoolUsage> pools,
            @Nullable List<Loan> loans,
            @Nullable List<Explanation> explanations,
            String... conditions) {
        reports(
                name,
                new BureauQuotaStatus(
                        copy(name).getMetadata().getGeneration(),
                        null,
                        pools,
                        null,
                        Stream.of(conditions).map(FakeCluster::isTrue).toList(),
                        null,
                        null,
                        null,
                        loans,
                        explanations,
                        null));
    }

    public void goesAway() {
        reachable = false;
        listener.accept(new ClusterNews.HealthChanged(health()));
    }

    public void returns() {
        reachable = true;
        listener.accept(new ClusterNews.HealthChanged(health()));
    }

    public void refuses(@Nullable String sentence) {
        refusal = sentence;
    }

    /** Runs after the next spec was taken, before the console learns of it. */
    public void afterNextApply(Runnable event) {
        afterApply = event;
    }

    public int applies() {
        return applies.get();
    }

    private BureauQuota copy(String name) {
        BureauQuota known = quotas.get(name);
        if (known == null) {
            throw new IllegalStateException("the cluster has no quota " + name);
        }
        return Documents.read(Documents.write(known), BureauQuota.class);
    }

    private static Condition isTrue(String type) {
        return new ConditionBuilder().withType(type).withStatus("True").withReason("Test").build();
    }

    @Override
    public Collection<BureauQuota> quotas() {
        return quotas.values();
    }

    @Override
    public Optional<BureauQuota> quota(String name) {
        return Optional.ofNullable(quotas.get(name));
    }

    @Override
    public Collection<MemberCloud> clouds() {
        return clouds.values();
    }

    @Override
    public ClusterHealth health() {
        return new ClusterHealth(
                reachable,
                Instant.EPOCH,
                reachable ? null : new SpecViolation("ClusterAway", "", "集群不可用", "away"));
    }

    @Override
    public boolean isComplete() {
        return reachable;
    }

    @Override
    public Applied apply(BureauQuota desired) {
        String sentence = refusal;
        if (!reachable) {
            return new Applied.Away("connection refused");
        }
        applies.incrementAndGet();
        if (sentence != null) {
            return new Applied.Refused(sentence);
        }
        BureauQuota taken = Documents.read(Documents.write(desired), BureauQuota.class);
        String name = taken.getMetadata().getName();
        BureauQuota before = quotas.get(name);
        taken.getMetadata().setGeneration(GENERATIONS.incrementAndGet());
        taken.getMetadata().setCreationTimestamp("2026-11-22T00:00:00Z");
        taken.setStatus(before == null ? null : before.getStatus());
        quotas.put(name, taken);
        listener.accept(new ClusterNews.QuotaSeen(taken));
        Runnable event = afterApply;
        afterApply = null;
        if (event != null) {
            event.run();
        }
        return new Applied.Accepted(taken.getMetadata().getGeneration());
    }
}
