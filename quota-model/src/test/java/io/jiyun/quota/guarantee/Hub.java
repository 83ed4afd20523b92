package io.jiyun.quota.guarantee;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The hub's API server: declarations, ledgers and the epoch, each behind a compare-and-swap. */
final class Hub {
    record Epoch(long number, String holder) {}

    private final World world;
    private final SortedMap<String, BureauQuota> quotas = new TreeMap<>();

    /** By the UID of the quota: what is recorded, and in which version. */
    private final SortedMap<String, BureauQuotaStatus> ledgers = new TreeMap<>();

    private final SortedMap<String, Figures> figures = new TreeMap<>();
    private Epoch epoch = new Epoch(0, "");

    Hub(World world) {
        this.world = world;
    }

    @Nullable BureauQuota get(String name) {
        return quotas.get(name);
    }

    /** All declarations. */
    Collection<BureauQuota> all() {
        return quotas.values();
    }

    SortedMap<String, BureauQuotaStatus> ledgers() {
        return new TreeMap<>(ledgers);
    }

    /** The ledger of the quota with that UID; null where there is none. */
    @Nullable BureauQuotaStatus ledger(String uid) {
        return ledgers.get(uid);
    }

    SortedMap<String, Figures> figures() {
        return figures;
    }

    Epoch epoch() {
        return epoch;
    }

    boolean swapEpoch(Epoch expected, Epoch next) {
        if (!epoch.equals(expected)) {
            return false;
        }
        epoch = next;
        return true;
    }

    /** Creates a quota or changes what it declares, as the console does. */
    void declare(String name, BureauQuotaSpec spec) {
        BureauQuota before = quotas.get(name);
        long version = world.nextVersion();
        long generation = before == null ? 1 : before.getMetadata().getGeneration() + 1;
        String uid = before == null ? "uid-" + version : before.getMetadata().getUid();
        put(meta(name, uid, generation, version, isDeleted(before)), spec);
    }

    void markDeleted(String name) {
        BureauQuota before = quotas.get(name);
        if (before != null && !isDeleted(before)) {
            ObjectMeta meta = before.getMetadata();
            long version = world.nextVersion();
            put(meta(name, meta.getUid(), meta.getGeneration(), version, true), before.getSpec());
        }
    }

    static boolean isDeleted(@Nullable BureauQuota quota) {
        return quota != null && quota.getMetadata().getDeletionTimestamp() != null;
    }

    void remove(String uid) {
        quotas.values().stream()
                .filter(quota -> quota.getMetadata().getUid().equals(uid))
                .map(quota -> quota.getMetadata().getName())
                .findFirst()
                .ifPresent(name -> {
                    quotas.remove(name);
                    figures.remove(name);
                    world.published(name, null);
                });
    }

    /** Opens a ledger in which nothing is recorded; answers the one that stands. */
    BureauQuotaStatus open(String uid, long epochNumber) {
        BureauQuotaStatus stands = ledgers.get(uid);
        return stands != null ? stands : put(uid, BureauQuotaStatus.none().stamped(epochNumber));
    }

    /** Stores a ledger; null where the version is not the one decided on. */
    @Nullable BureauQuotaStatus store(BureauQuota decidedOn, BureauQuotaStatus status) {
        String uid = decidedOn.getMetadata().getUid();
        boolean isMade = decidedOn.getStatus() == null && !ledgers.containsKey(uid);
        return isMade || isCurrent(decidedOn) ? put(uid, status) : null;
    }

    /** Removes a ledger; false where the version is not the one decided on. */
    boolean close(BureauQuota decidedOn) {
        if (!isCurrent(decidedOn)) {
            return false;
        }
        String uid = decidedOn.getMetadata().getUid();
        world.nextVersion();
        ledgers.remove(uid);
        count(uid);
        return true;
    }

    private boolean isCurrent(BureauQuota decidedOn) {
        BureauQuotaStatus stands = ledgers.get(decidedOn.getMetadata().getUid());
        return stands != null
                && (Recorded.version(stands) == Recorded.version(decidedOn.getStatus())
                        || !world.comparesVersions());
    }

    private BureauQuotaStatus put(String uid, BureauQuotaStatus status) {
        BureauQuotaStatus stored = Recorded.in(status, world.nextVersion());
        ledgers.put(uid, stored);
        count(uid);
        return stored;
    }

    private void put(ObjectMeta meta, BureauQuotaSpec spec) {
        BureauQuota quota = new BureauQuota();
        quota.setMetadata(meta);
        quota.setSpec(spec);
        quotas.put(meta.getName(), quota);
        count(meta.getUid());
        world.published(meta.getName(), quota);
    }

    private void count(String uid) {
        quotas.values().stream()
                .filter(quota -> quota.getMetadata().getUid().equals(uid))
                .forEach(quota ->
                        figures.put(
                                quota.getMetadata().getName(),
                                Figures.of(Recorded.of(quota, ledgers.get(uid)))));
    }

    private static ObjectMeta meta(
            String name, String uid, long generation, long version, boolean deleted) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withUid(uid)
                .withGeneration(generation)
                .withResourceVersion(Long.toString(version))
                .withCreationTimestamp("2026-01-01T00:00:00Z")
                .withDeletionTimestamp(deleted ? "2026-01-01T00:00:00Z" : null)
                .build();
    }
}
