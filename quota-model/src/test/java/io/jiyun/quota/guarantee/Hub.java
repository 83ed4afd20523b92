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

/** The hub's API server: quotas and the epoch, each behind a compare-and-swap. */
final class Hub {
    record Epoch(long number, String holder) {}

    private final World world;
    private final SortedMap<String, BureauQuota> quotas = new TreeMap<>();
    private final SortedMap<String, Figures> figures = new TreeMap<>();
    private Epoch epoch = new Epoch(0, "");

    Hub(World world) {
        this.world = world;
    }

    @Nullable BureauQuota get(String name) {
        return quotas.get(name);
    }

    Collection<BureauQuota> all() {
        return quotas.values();
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
        put(
                meta(name, uid, generation, version, isDeleted(before)),
                spec,
                before == null ? null : before.getStatus());
    }

    void markDeleted(String name) {
        BureauQuota before = quotas.get(name);
        if (before != null && !isDeleted(before)) {
            ObjectMeta meta = before.getMetadata();
            long version = world.nextVersion();
            put(
                    meta(name, meta.getUid(), meta.getGeneration(), version, true),
                    before.getSpec(),
                    before.getStatus());
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

    /** Stores a status; null where the version is not the one decided on. */
    @Nullable BureauQuota store(BureauQuota decidedOn, BureauQuotaStatus status) {
        ObjectMeta on = decidedOn.getMetadata();
        BureauQuota stands = quotas.get(on.getName());
        if (stands == null || !stands.getMetadata().getUid().equals(on.getUid())) {
            return null;
        }
        ObjectMeta meta = stands.getMetadata();
        boolean current =
                meta.getResourceVersion().equals(on.getResourceVersion())
                        || !world.comparesVersions();
        if (!current) {
            return null;
        }
        long version = world.nextVersion();
        return put(
                meta(on.getName(), meta.getUid(), meta.getGeneration(), version, isDeleted(stands)),
                stands.getSpec(),
                status);
    }

    private BureauQuota put(
            ObjectMeta meta, BureauQuotaSpec spec, @Nullable BureauQuotaStatus status) {
        BureauQuota quota = new BureauQuota();
        quota.setMetadata(meta);
        quota.setSpec(spec);
        quota.setStatus(status);
        quotas.put(meta.getName(), quota);
        figures.put(meta.getName(), Figures.of(quota));
        world.published(meta.getName(), quota);
        return quota;
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
