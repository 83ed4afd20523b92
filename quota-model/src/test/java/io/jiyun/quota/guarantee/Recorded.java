package io.jiyun.quota.guarantee;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import org.jspecify.annotations.Nullable;

/** A declaration with what its ledger records, which rounds decide on. */
final class Recorded {
    static BureauQuota of(BureauQuota declared, @Nullable BureauQuotaStatus ledger) {
        BureauQuota recorded = new BureauQuota();
        recorded.setMetadata(declared.getMetadata());
        recorded.setSpec(declared.getSpec());
        recorded.setStatus(ledger);
        return recorded;
    }

    /** A ledger of which nothing but the UID of its quota is known. */
    static BureauQuota ofUid(String uid, BureauQuotaStatus ledger) {
        BureauQuota recorded = new BureauQuota();
        recorded.getMetadata().setUid(uid);
        recorded.setStatus(ledger);
        return recorded;
    }

    /** The same as of that version. */
    static BureauQuotaStatus in(BureauQuotaStatus status, long version) {
        return new BureauQuotaStatus(
                status.observedGeneration(),
                status.utilisation(),
                status.pools(),
                status.namespaces(),
                status.conditions(),
                status.violations(),
                status.admittedUnder(),
                status.epoch(),
                status.loans(),
                status.explanations(),
                version);
    }

    static long version(@Nullable BureauQuotaStatus ledger) {
        return ledger == null ? 0 : ledger.ledgerVersionOrZero();
    }

    static long epoch(@Nullable BureauQuotaStatus ledger) {
        return ledger == null ? 0 : ledger.epochOrZero();
    }

    private Recorded() {}
}
