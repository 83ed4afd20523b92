package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.quota.tree.GrantedQuota;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a quota and from what the cluster says about it. Kept until either changes or a
 * grant begins or ends, since lists and decisions look at every quota and few of them change.
 */
final class Derived<T> {
    private final Derivation<T> derivation;
    private final Map<String, Known<T>> known = new ConcurrentHashMap<>();

    Derived(Derivation<T> derivation) {
        this.derivation = derivation;
    }

    /** A pure function of the three. */
    @FunctionalInterface
    interface Derivation<T> {
        T of(StoredQuota stored, Optional<BureauQuota> live, Instant now);
    }

    /** The cluster's object is told by its identity: news of it is a new object. */
    private record Known<T>(
            StoredQuota stored, @Nullable BureauQuota live, Instant from, Instant until, T value) {
        @SuppressWarnings("ReferenceEquality") // comparing two statuses costs more than deriving
        boolean holds(StoredQuota current, @Nullable BureauQuota seen, Instant now) {
            return live == seen
                    && !now.isBefore(from)
                    && now.isBefore(until)
                    && stored.equals(current);
        }
    }

    T of(StoredQuota stored, Optional<BureauQuota> live, Instant now) {
        BureauQuota seen = live.orElse(null);
        Known<T> before = known.get(stored.name());
        if (before != null && before.holds(stored, seen, now)) {
            return before.value();
        }
        T value = derivation.of(stored, live, now);
        Instant until = GrantedQuota.nextChange(stored.spec(), now).orElse(Instant.MAX);
        known.put(stored.name(), new Known<>(stored, seen, now, until, value));
        return value;
    }
}
