package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.QuotaLedger;
import io.jiyun.operator.cloud.AllAtOnce;
import io.jiyun.quota.tree.LedgerForm;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process finds on the hub as it begins to lead, and makes its own by writing it once. */
final class Stocktake {
    /**
     * All declarations at one moment, and all ledgers.
     *
     * @param ledgers by the UID of the BureauQuota
     * @param version of the whole list of declarations
     */
    record Found(List<BureauQuota> quotas, Map<String, BureauQuotaStatus> ledgers, long version) {}

    private static final Logger LOG = LoggerFactory.getLogger(Stocktake.class);
    private static final int AT_ONCE = 32;

    private final KubernetesClient hub;
    private final LedgerObject object;
    private final Map<String, BureauQuotaStatus> ledgers = new ConcurrentHashMap<>();
    private List<QuotaLedger> listed = List.of();
    private List<BureauQuota> quotas = List.of();
    private long version;

    Stocktake(KubernetesClient hub) {
        this.hub = hub;
        object = new LedgerObject(hub);
    }

    void listLedgers() {
        listed = object.all();
        for (QuotaLedger ledger : listed) {
            ledgers.put(ledger.getSpec().bureauQuotaUid(), LedgerForm.read(ledger));
        }
    }

    void listQuotas() {
        var list = hub.resources(BureauQuota.class).list();
        quotas = list.getItems();
        version = Long.parseLong(list.getMetadata().getResourceVersion());
    }

    /** The highest epoch that anything was written in. */
    static long highestEpoch(KubernetesClient hub) {
        Stocktake stock = new Stocktake(hub);
        stock.listLedgers();
        stock.listQuotas();
        long recorded =
                stock.ledgers.values().stream()
                        .mapToLong(BureauQuotaStatus::epochOrZero)
                        .max()
                        .orElse(0);
        long reported = stock.quotas.stream().mapToLong(Ledger::epoch).max().orElse(0);
        return Math.max(recorded, reported);
    }

    /** Writes each ledger once in this epoch, on the version listed or a later one. */
    void stamp(long epoch) {
        Map<String, BureauQuota> byUid =
                quotas.stream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.getMetadata().getUid(), Function.identity()));
        removeWhatIsNobodys(byUid.keySet());
        try {
            AllAtOnce.each(byUid.values(), AT_ONCE, quota -> stamp(quota, epoch));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the operator is being stopped");
        }
    }

    /**
     * Ledgers were listed before the declarations: one whose bureau is not among them belongs to
     * nobody, and never will again, for no UID comes twice.
     */
    private void removeWhatIsNobodys(Set<String> uids) {
        ledgers.keySet().retainAll(uids);
        for (QuotaLedger ledger : listed) {
            if (!uids.contains(ledger.getSpec().bureauQuotaUid())) {
                try {
                    object.remove(ledger);
                } catch (KubernetesClientException refusal) {
                    LOG.info(
                            "QuotaLedger {} belongs to nobody and could not be removed",
                            ledger.getMetadata().getName(),
                            refusal);
                }
            }
        }
    }

    private void stamp(BureauQuota quota, long epoch) {
        String uid = quota.getMetadata().getUid();
        @Nullable BureauQuotaStatus ledger = ledgers.get(uid);
        if (ledger == null && Ledger.epoch(quota) > 0) {
            // It dates from before ledgers were objects of their own, or somebody took it away.
            ledger = LedgerForm.read(object.open(quota, Ledger.reported(quota)));
        }
        while (ledger != null) {
            try {
                ledger =
                        LedgerForm.read(
                                object.replace(
                                        quota,
                                        ledger.stamped(epoch),
                                        ledger.ledgerVersionOrZero()));
                ledgers.put(uid, ledger);
                return;
            } catch (KubernetesClientException refusal) {
                if (refusal.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                    throw refusal;
                }
                QuotaLedger stands = object.read(quota);
                ledger = stands == null ? null : LedgerForm.read(stands);
                if (ledger != null && ledger.epochOrZero() > epoch) {
                    throw Leadership.refusal();
                }
            }
        }
        ledgers.remove(uid);
    }

    Found found() {
        return new Found(quotas, new HashMap<>(ledgers), version);
    }
}
