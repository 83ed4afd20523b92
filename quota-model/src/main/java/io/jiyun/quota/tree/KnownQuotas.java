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
 * The newest that is known of every quota: what the informer shows of its declaration, what was
 * read or stored of its ledger, and what was decided on it and may or may not have been stored.
 * Declarations and ledgers are objects of their own, each with its versions.
 */
final class KnownQuotas {
    /**
     * @param quota its newest declaration and its newest ledger
     * @param declared what others have to reckon with: the ledger, or what was decided on it
     * @param shown whether the informer has shown this one, so that its absence means deletion
     */
    private record Known(BureauQuota quota, DeclaredQuota declared, boolean shown) {
        Known seen() {
            return shown ? this : new Known(quota, declared, true);
        }

        /**
         * With what is newer in {@code other}; while no newer ledger is known, the worst counts.
         */
        Known updatedBy(BureauQuota other, Instant now) {
            boolean declaration = version(other) > version(quota);
            boolean ledger = ledgerVersion(other) > ledgerVersion(quota);
            if (!declaration && !ledger) {
                return this;
            }
            BureauQuota newest =
                    declaration == ledger
                            ? other
                            : joined(declaration ? other : quota, ledger ? other : quota);
            DeclaredQuota stands = DeclaredQuota.of(newest, now);
            return new Known(newest, ledger ? stands : stands.worstOf(declared), shown);
        }

        private static BureauQuota joined(BureauQuota declaration, BureauQuota ledger) {
            BureauQuota both = new BureauQuota();
            both.setMetadata(declaration.getMetadata());
            both.setSpec(declaration.getSpec());
            both.setStatus(ledger.getStatus());
            return both;
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
            if (departed.contains(uid(quota)) || isGone(quota)) {
                continue;
            }
            present.add(name);
            Known before = known.get(name);
            if (before != null && isSame(quota, before.quota())) {
                known.put(name, before.updatedBy(quota, now).seen());
            } else if (before == null || version(before.quota()) < version(quota)) {
                known.put(name, new Known(quota, DeclaredQuota.of(quota, now), true));
            } // else an earlier one of that name, which the informer has yet to see go
        }
        departed.retainAll(listed);
        long seenUpTo = newest;
        known.entrySet()
                .removeIf(it ->
                        !present.contains(it.getKey())
                                && (it.getValue().shown()
                                        || version(it.getValue().quota()) < seenUpTo));
        return known.values().stream().map(Known::declared).toList();
    }

    /**
     * Something was decided on a version of the ledger. While that version stands, the write may
     * yet come to pass, whatever is decided later: the worse of both counts.
     */
    void decided(BureauQuota on, DeclaredQuota outcome) {
        if (isGone(on)) {
            return; // an old picture of one that was deleted: no write on it can succeed
        }
        String name = on.getMetadata().getName();
        Known before = known.get(name);
        if (before == null || isLater(on, before.quota())) {
            DeclaredQuota stored = DeclaredQuota.of(on, Instant.EPOCH);
            boolean shown = before != null && before.shown();
            known.put(name, new Known(on, outcome.worstOf(stored), shown));
        } else if (isSame(on, before.quota())
                && ledgerVersion(before.quota()) == ledgerVersion(on)) {
            known.put(
                    name,
                    new Known(before.quota(), outcome.worstOf(before.declared()), before.shown()));
        }
    }

    /** Whether more counts of the bureau than is stored: something was decided and never stored. */
    boolean isUnsettled(BureauQuota quota) {
        Known stands = known.get(quota.getMetadata().getName());
        return stands != null
                && isSame(quota, stands.quota())
                && !stands.declared().standsLike(DeclaredQuota.of(stands.quota(), Instant.EPOCH));
    }

    private static boolean isSame(BureauQuota quota, BureauQuota other) {
        return uid(quota).equals(uid(other));
    }

    /** A later ledger of the same bureau, or a bureau of that name that was declared later. */
    private static boolean isLater(BureauQuota quota, BureauQuota other) {
        return isSame(quota, other)
                ? ledgerVersion(quota) > ledgerVersion(other)
                : version(quota) > version(other);
    }

    void stored(BureauQuota quota, Instant now) {
        String name = quota.getMetadata().getName();
        Known before = known.get(name);
        if (before != null && isSame(quota, before.quota())) {
            known.put(name, before.updatedBy(quota, now));
        } else if (before == null || version(before.quota()) < version(quota)) {
            boolean shown = before != null && before.shown();
            known.put(name, new Known(quota, DeclaredQuota.of(quota, now), shown));
        }
    }

    boolean isGone(BureauQuota quota) {
        String name = quota.getMetadata().getName();
        return version(quota) <= gone.getOrDefault(name, 0L)
                || (!known.containsKey(name) && version(quota) <= readUpTo);
    }

    /**
     * Begins anew with what was read.
     *
     * @param upTo the version of the reading of all declarations
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
        if (before != null && isSame(quota, before.quota())) {
            known.remove(name); // and not one of that name that came after it
            last = Math.max(last, version(before.quota()));
        }
        gone.merge(name, last, Math::max);
    }

    private static String uid(BureauQuota quota) {
        String uid = quota.getMetadata().getUid();
        return uid == null ? quota.getMetadata().getName() : uid;
    }

    /** Of the declaration. */
    private static long version(BureauQuota quota) {
        String version = quota.getMetadata().getResourceVersion();
        return version == null ? 0 : Long.parseLong(version);
    }

    private static long ledgerVersion(BureauQuota quota) {
        return quota.getStatus() == null ? 0 : quota.getStatus().ledgerVersionOrZero();
    }
}
