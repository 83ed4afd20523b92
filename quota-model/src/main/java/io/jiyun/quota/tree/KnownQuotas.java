package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The newest that is known of every quota: what the informer shows, what was read or stored since,
 * and what was decided on it and may or may not have been stored.
 */
final class KnownQuotas {
    /**
     * @param shown whether the informer has shown this one, so that its absence means deletion
     */
    private record Known(String uid, long version, DeclaredQuota declared, boolean shown) {
        Known seen() {
            return shown ? this : new Known(uid, version, declared, true);
        }
    }

    private final Supplier<List<BureauQuota>> informer;
    private final Map<String, Known> known = new HashMap<>();
    private final Set<String> departed = new HashSet<>();

    /** By name the newest version that is known to be of one that is gone. */
    private final Map<String, Long> gone = new HashMap<>();

    /** What an informer shows up to here and was not read then, was gone by then. */
    private long readUpTo;

    KnownQuotas(Supplier<List<BureauQuota>> informer) {
        this.informer = informer;
    }

    List<DeclaredQuota> now(Instant now) {
        Set<String> present = new HashSet<>();
        Set<String> listed = new HashSet<>();
        long newest = 0;
        for (BureauQuota quota : informer.get()) {
            listed.add(uid(quota));
            newest = Math.max(newest, version(quota));
            String name = quota.getMetadata().getName();
            if (departed.contains(uid(quota)) || isGone(name, version(quota))) {
                continue;
            }
            present.add(name);
            Known before = known.get(name);
            if (before == null || before.version() < version(quota)) {
                known.put(name, known(quota, DeclaredQuota.of(quota, now), true));
            } else if (before.uid().equals(uid(quota))) {
                known.put(name, before.seen());
            } // else an earlier one of that name, which the informer has yet to see go
        }
        departed.retainAll(listed);
        long seenUpTo = newest;
        known.entrySet()
                .removeIf(it ->
                        !present.contains(it.getKey())
                                && (it.getValue().shown() || it.getValue().version() < seenUpTo));
        return known.values().stream().map(Known::declared).toList();
    }

    /**
     * Something was decided on a version. While that version stands, the write may yet come to
     * pass, whatever is decided later: the worse of both counts.
     */
    void decided(BureauQuota on, DeclaredQuota outcome) {
        String name = on.getMetadata().getName();
        if (isGone(name, version(on))) {
            return; // an old picture of one that was deleted: no write on it can succeed
        }
        Known before = known.get(name);
        if (before == null || before.version() < version(on)) {
            DeclaredQuota stored = DeclaredQuota.of(on, Instant.EPOCH);
            known.put(name, known(on, outcome.worstOf(stored), before != null && before.shown()));
        } else if (before.version() == version(on)) {
            known.put(name, known(on, outcome.worstOf(before.declared()), before.shown()));
        }
    }

    void stored(BureauQuota quota, Instant now) {
        Known before = known.get(quota.getMetadata().getName());
        if (before == null || before.version() < version(quota)) {
            known.put(
                    quota.getMetadata().getName(),
                    known(quota, DeclaredQuota.of(quota, now), before != null && before.shown()));
        }
    }

    private boolean isGone(String name, long version) {
        return version <= gone.getOrDefault(name, 0L)
                || (!known.containsKey(name) && version <= readUpTo);
    }

    /**
     * Begins anew with what was read.
     *
     * @param upTo the version of the whole reading
     */
    void restart(Collection<BureauQuota> stored, long upTo, Instant now) {
        known.clear();
        readUpTo = upTo;
        stored.forEach(quota -> stored(quota, now));
    }

    void departed(BureauQuota quota) {
        String name = quota.getMetadata().getName();
        departed.add(uid(quota));
        long last = version(quota);
        Known before = known.get(name);
        if (before != null && before.uid().equals(uid(quota))) {
            known.remove(name); // and not one of that name that came after it
            last = Math.max(last, before.version());
        }
        gone.merge(name, last, Math::max);
    }

    private static Known known(BureauQuota quota, DeclaredQuota declared, boolean shown) {
        return new Known(uid(quota), version(quota), declared, shown);
    }

    private static String uid(BureauQuota quota) {
        String uid = quota.getMetadata().getUid();
        return uid == null ? quota.getMetadata().getName() : uid;
    }

    private static long version(BureauQuota quota) {
        String version = quota.getMetadata().getResourceVersion();
        return version == null ? 0 : Long.parseLong(version);
    }
}
