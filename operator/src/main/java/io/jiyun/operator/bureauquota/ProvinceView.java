package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.BureauQuotaRules;
import io.jiyun.quota.tree.DeclaredQuota;
import io.jiyun.quota.tree.GrantedQuota;
import io.jiyun.quota.tree.PoolKey;
import io.jiyun.quota.tree.Province;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Judges declarations against all others, one at a time. What was just admitted counts from that
 * moment on, before the API server has it, so that two bureaus cannot both be given the last of a
 * pool.
 */
final class ProvinceView {
    private record Known(long version, DeclaredQuota declared) {}

    /** An admission and what it rests on. */
    private record Admitted(
            Long generation, List<Object> clouds, Instant until, Admission admission) {
        boolean stillHolds(BureauQuota quota, List<MemberCloud> now, Instant moment) {
            return generation.equals(quota.getMetadata().getGeneration())
                    && moment.isBefore(until)
                    && clouds.equals(specs(now));
        }
    }

    private final Supplier<List<MemberCloud>> clouds;
    private final Supplier<List<BureauQuota>> quotas;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Admitted> admitted = new HashMap<>();
    private final Set<String> departed = new HashSet<>();
    private final Set<String> refused = new HashSet<>();

    ProvinceView(Supplier<List<MemberCloud>> clouds, Supplier<List<BureauQuota>> quotas) {
        this.clouds = clouds;
        this.quotas = quotas;
    }

    /**
     * Judges a declaration. One that was admitted stays so until it, its validity, or the clouds
     * change: what others do cannot take away what was given.
     */
    synchronized Admission admit(BureauQuota quota, Instant now) {
        String name = quota.getMetadata().getName();
        Admitted before = admitted.get(name);
        if (before != null && before.stillHolds(quota, clouds.get(), now)) {
            return before.admission();
        }
        admitted.remove(name);
        Admission admission = judge(quota, now);
        if (admission.isAdmitted()) {
            refused.remove(name);
        } else {
            refused.add(name);
        }
        boolean standsAlone =
                quota.getSpec().parentName() == null && admission.hard().equals(admission.own());
        if (admission.isAdmitted() && standsAlone) {
            admitted.put(
                    name,
                    new Admitted(
                            quota.getMetadata().getGeneration(),
                            specs(clouds.get()),
                            GrantedQuota.nextChange(quota.getSpec(), now).orElse(Instant.MAX),
                            admission));
        }
        return admission;
    }

    private Admission judge(BureauQuota quota, Instant now) {
        String parent = quota.getSpec().parentName();
        if (parent != null) {
            admitted.remove(parent); // it shares its quota with this one from now on
        }
        Province province = picture(now);
        Violations violations = BureauQuotaRules.check(quota, province, now);
        DeclaredQuota self = DeclaredQuota.of(quota, now);
        SortedMap<PoolKey, Resources> hard =
                violations.isEmpty()
                        ? GrantedQuota.at(quota.getSpec(), now)
                        : admittedBefore(quota);
        known.put(self.name(), new Known(version(quota), counting(self, hard)));
        SortedMap<PoolKey, Resources> own = new TreeMap<>();
        hard.forEach((pool, amount) -> own.put(pool, province.ownShare(self.name(), pool, amount)));
        return new Admission(violations, hard, own);
    }

    /**
     * A deleted bureau counts no more from now on, though the informer may list it for a while: the
     * others, which are told now, would else decide on it and not be told again.
     */
    synchronized void departed(BureauQuota quota) {
        departed.add(quota.getMetadata().getUid());
        admitted.remove(quota.getMetadata().getName());
        refused.remove(quota.getMetadata().getName());
    }

    /** What this operator stored itself is known before the informer shows it. */
    synchronized void stored(BureauQuota quota, Instant now) {
        known.put(
                quota.getMetadata().getName(),
                new Known(version(quota), DeclaredQuota.of(quota, now)));
    }

    /** Who was refused when judged last, and so waits for something to change. */
    synchronized Set<String> refused() {
        return Set.copyOf(refused);
    }

    /** Compared by identity first: the same declarations are the same objects of the informer. */
    private static List<Object> specs(List<MemberCloud> clouds) {
        return clouds.stream().<Object>map(MemberCloud::getSpec).toList();
    }

    private Province picture(Instant now) {
        Set<String> present = new HashSet<>();
        Set<String> listed = new HashSet<>();
        for (BureauQuota quota : quotas.get()) {
            listed.add(quota.getMetadata().getUid());
            if (departed.contains(quota.getMetadata().getUid())) {
                continue;
            }
            String name = quota.getMetadata().getName();
            present.add(name);
            Known before = known.get(name);
            if (before == null || before.version() < version(quota)) {
                known.put(name, new Known(version(quota), DeclaredQuota.of(quota, now)));
            }
        }
        departed.retainAll(listed);
        known.keySet().retainAll(present);
        return Province.ofDeclared(
                clouds.get(), known.values().stream().map(Known::declared).toList());
    }

    private static DeclaredQuota counting(DeclaredQuota self, Map<PoolKey, Resources> hard) {
        SortedMap<PoolKey, Resources> committed = new TreeMap<>(self.committed());
        hard.forEach((pool, amount) -> committed.merge(pool, amount, Resources::largerOf));
        return new DeclaredQuota(
                self.name(),
                self.parentName(),
                self.createdAt(),
                committed,
                self.declared(),
                self.slices(),
                self.held(),
                self.claimed());
    }

    private static SortedMap<PoolKey, Resources> admittedBefore(BureauQuota quota) {
        SortedMap<PoolKey, Resources> hard = new TreeMap<>();
        BureauQuotaStatus status = quota.getStatus();
        if (status != null) {
            for (PoolUsage pool : status.poolsOrEmpty()) {
                hard.put(new PoolKey(pool.cloud(), pool.pool()), Quantities.observed(pool.hard()));
            }
        }
        return hard;
    }

    private static long version(BureauQuota quota) {
        return Long.parseLong(quota.getMetadata().getResourceVersion());
    }
}
