package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.QuotaLedger;
import io.jiyun.quota.tree.LedgerForm;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of each bureau, as this process read or stored it last. Nobody tells of what
 * others store: only one process leads, it reads everything when it begins to, and every write is a
 * compare-and-swap on the version that was decided on, so whoever knows an older one is refused and
 * reads it once more.
 */
final class Ledger {
    /** A declaration and a ledger, put together once for as long as neither changes. */
    private record Joined(BureauQuota both) {
        boolean stillHolds(BureauQuota declared, BureauQuotaStatus ledger) {
            return declared.getMetadata()
                            .getResourceVersion()
                            .equals(both.getMetadata().getResourceVersion())
                    && version(both) == ledger.ledgerVersionOrZero();
        }
    }

    private final LedgerObject object;
    private final Map<String, BureauQuotaStatus> known = new ConcurrentHashMap<>();
    private final Map<String, Joined> joined = new ConcurrentHashMap<>();

    /** Ledgers of which an answer was lost or a write refused. */
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();

    Ledger(KubernetesClient hub) {
        object = new LedgerObject(hub);
    }

    /**
     * The declaration with what the ledger records in the place of what was reported; without a
     * status where nothing is known to be recorded.
     */
    BureauQuota recorded(BureauQuota declared) {
        BureauQuotaStatus ledger = known.get(uid(declared));
        if (ledger == null) {
            return declared.getStatus() == null ? declared : join(declared, null);
        }
        Joined before = joined.get(uid(declared));
        if (before != null && before.stillHolds(declared, ledger)) {
            return before.both();
        }
        BureauQuota both = join(declared, ledger);
        joined.put(uid(declared), new Joined(both));
        return both;
    }

    private static BureauQuota join(BureauQuota declared, @Nullable BureauQuotaStatus ledger) {
        BureauQuota both = new BureauQuota();
        both.setMetadata(declared.getMetadata());
        both.setSpec(declared.getSpec());
        both.setStatus(ledger);
        return both;
    }

    /**
     * The same, made certain: read live where this process is unsure, opened where there is none.
     */
    BureauQuota opened(BureauQuota declared, long epoch) {
        if (unsure.contains(uid(declared))) {
            learn(declared, object.read(declared));
        }
        if (known.get(uid(declared)) == null) {
            learn(declared, object.open(declared, reported(declared).stamped(epoch)));
        }
        return recorded(declared);
    }

    /**
     * What a bureau without a ledger is known to hold: nothing where it is new; what was reported
     * where it dates from before ledgers were objects of their own, or where somebody took it away.
     */
    static BureauQuotaStatus reported(BureauQuota declared) {
        BureauQuotaStatus told = declared.getStatus();
        return told == null || told.epochOrZero() == 0 ? BureauQuotaStatus.none() : told;
    }

    /** The same, as it stands now. */
    BureauQuota reread(BureauQuota declared) {
        learn(declared, object.read(declared));
        return recorded(declared);
    }

    /**
     * Stores what is the ledger of the status.
     *
     * @param quota as recorded when it was decided
     * @throws KubernetesClientException a conflict where another wrote since
     */
    BureauQuota store(BureauQuota quota, BureauQuotaStatus status) {
        unsure.add(uid(quota)); // until the answer is there
        return learn(quota, object.replace(quota, status, version(quota)));
    }

    /**
     * Confirms that nobody stored anything since {@code quota} was read.
     *
     * @throws KubernetesClientException a conflict, where somebody did
     */
    void confirm(BureauQuota quota) {
        if (version(reread(quota)) != version(quota)) {
            throw LedgerObject.conflict();
        }
    }

    /**
     * Removes the ledger of one that leaves, on the version that was read.
     *
     * @throws KubernetesClientException a conflict, where somebody stored since
     */
    void close(BureauQuota quota) {
        BureauQuotaStatus recorded = quota.getStatus();
        if (recorded != null) {
            unsure.add(uid(quota));
            object.close(quota, recorded, version(quota));
        }
        forget(quota);
    }

    private void forget(BureauQuota quota) {
        known.remove(uid(quota));
        joined.remove(uid(quota));
        unsure.remove(uid(quota));
    }

    /**
     * Takes what was read of all; nothing else is known any more.
     *
     * @param all by the UID of the BureauQuota
     */
    void restart(Map<String, BureauQuotaStatus> all) {
        known.keySet().retainAll(all.keySet());
        known.putAll(all);
        joined.clear();
        unsure.clear();
    }

    private BureauQuota learn(BureauQuota quota, @Nullable QuotaLedger stands) {
        if (stands == null) {
            known.remove(uid(quota));
        } else {
            known.merge(uid(quota), LedgerForm.read(stands), Ledger::newer);
        }
        unsure.remove(uid(quota));
        return recorded(quota);
    }

    /** An answer may be taken later than one that was given after it. */
    private static BureauQuotaStatus newer(BureauQuotaStatus known, BureauQuotaStatus read) {
        return known.ledgerVersionOrZero() > read.ledgerVersionOrZero() ? known : read;
    }

    static long epoch(BureauQuota quota) {
        return quota.getStatus() == null ? 0 : quota.getStatus().epochOrZero();
    }

    static long version(BureauQuota quota) {
        return quota.getStatus() == null ? 0 : quota.getStatus().ledgerVersionOrZero();
    }

    private static String uid(BureauQuota quota) {
        return quota.getMetadata().getUid();
    }
}
