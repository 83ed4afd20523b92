package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The quota of a bureau at one moment: per pool the sum of the grants valid then. A resource that
 * only lapsed or future grants name is limited to zero, never unlimited: losing a grant must not
 * lift a limit.
 */
public final class GrantedQuota {

    public static SortedMap<PoolKey, Resources> at(BureauQuotaSpec spec, Instant now) {
        SortedMap<PoolKey, Resources> quota = new TreeMap<>();
        for (Grant grant : spec.grantsOrEmpty()) {
            Resources amount = Quantities.declared(grant.resources(), "", new Violations());
            quota.merge(
                    new PoolKey(grant.cloud(), grant.pool()),
                    isValid(grant, now) ? amount : amount.zeroed(),
                    Resources::plus);
        }
        return quota;
    }

    public static boolean isValid(Grant grant, Instant now) {
        Instant from = moment(grant.validFrom());
        Instant until = moment(grant.validUntil());
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }

    /** The next moment after {@code now} at which a grant begins or ends. */
    public static Optional<Instant> nextChange(BureauQuotaSpec spec, Instant now) {
        return spec.grantsOrEmpty().stream()
                .flatMap(grant ->
                        Stream.of(grant.validFrom(), grant.validUntil())
                                .flatMap(GrantedQuota::moments))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /** Ends of the grants valid now, soonest first. */
    public static Optional<Instant> soonestEnd(BureauQuotaSpec spec, Instant now) {
        return spec.grantsOrEmpty().stream()
                .filter(grant -> isValid(grant, now))
                .flatMap(grant -> moments(grant.validUntil()))
                .min(Comparator.naturalOrder());
    }

    /** Numbers of the grants that have ended and count no more, as they are declared. */
    public static List<String> ended(BureauQuotaSpec spec, Instant now) {
        return spec.grantsOrEmpty().stream()
                .filter(grant -> {
                    Instant until = moment(grant.validUntil());
                    return until != null && !now.isBefore(until);
                })
                .map(grant -> grant.requestId() + " (" + grant.validUntil() + ")")
                .toList();
    }

    /** The moment an RFC 3339 text names, or null for no text or one that is none. */
    static @Nullable Instant moment(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notAMoment) {
            return null;
        }
    }

    private static Stream<Instant> moments(@Nullable String text) {
        return Stream.ofNullable(moment(text));
    }

    private GrantedQuota() {}
}
