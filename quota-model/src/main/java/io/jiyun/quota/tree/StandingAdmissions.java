package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was admitted and need not be judged again while nothing changes that it rests on. */
final class StandingAdmissions {
    /**
     * An admission and what it rests on.
     *
     * @param until the next moment at which a grant begins or ends
     */
    private record Standing(
            String uid, Long generation, List<Object> clouds, Instant until, Admission admission) {
        boolean stillHolds(BureauQuota quota, List<MemberCloud> now, Instant moment) {
            return uid.equals(quota.getMetadata().getUid())
                    && generation.equals(quota.getMetadata().getGeneration())
                    && moment.isBefore(until)
                    && clouds.equals(specs(now));
        }
    }

    private final Map<String, Standing> byName = new HashMap<>();

    Optional<Admission> find(BureauQuota quota, List<MemberCloud> clouds, Instant now) {
        return Optional.ofNullable(byName.get(quota.getMetadata().getName()))
                .filter(it -> it.stillHolds(quota, clouds, now))
                .map(Standing::admission);
    }

    void put(BureauQuota quota, List<MemberCloud> clouds, Instant now, Admission admission) {
        byName.put(
                quota.getMetadata().getName(),
                new Standing(
                        quota.getMetadata().getUid(),
                        quota.getMetadata().getGeneration(),
                        specs(clouds),
                        GrantedQuota.nextChange(quota.getSpec(), now).orElse(Instant.MAX),
                        admission));
    }

    void remove(String name) {
        byName.remove(name);
    }

    void clear() {
        byName.clear();
    }

    /** Compared by identity first: the same declarations are the same objects of the informer. */
    private static List<Object> specs(List<MemberCloud> clouds) {
        return clouds.stream().<Object>map(MemberCloud::getSpec).toList();
    }
}
