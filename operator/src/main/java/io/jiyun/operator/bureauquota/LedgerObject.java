package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.QuotaLedger;
import io.jiyun.quota.tree.LedgerForm;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The QuotaLedger of a BureauQuota on the hub. Its name carries the UID, so that nothing decided
 * about one bureau can reach the ledger of a later one of the same name. A finalizer keeps it in
 * force where somebody deletes it by hand.
 */
final class LedgerObject {
    private final KubernetesClient hub;
    private final Semaphore calls = new Semaphore(32);

    LedgerObject(KubernetesClient hub) {
        this.hub = hub;
    }

    List<QuotaLedger> all() {
        return hub.resources(QuotaLedger.class).list().getItems();
    }

    /** What stands there now, read from the API server's store; null for nothing. */
    @Nullable QuotaLedger read(BureauQuota quota) {
        return hub.resources(QuotaLedger.class).withName(name(quota)).get();
    }

    /** Makes it, where there is none; answers the one that stands. */
    QuotaLedger open(BureauQuota quota, BureauQuotaStatus content) {
        try {
            return call(() -> hub.resource(form(quota, content, null)).create());
        } catch (KubernetesClientException refusal) {
            QuotaLedger stands =
                    refusal.getCode() == HttpURLConnection.HTTP_CONFLICT ? read(quota) : null;
            if (stands == null) {
                throw refusal;
            }
            return stands;
        }
    }

    /**
     * Replaces it.
     *
     * @param version it was decided on
     * @throws KubernetesClientException a conflict where it has another version, or is gone
     */
    QuotaLedger replace(BureauQuota quota, BureauQuotaStatus content, long version) {
        try {
            return call(() -> hub.resource(form(quota, content, version)).update());
        } catch (KubernetesClientException refusal) {
            if (refusal.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                throw conflict();
            }
            throw refusal;
        }
    }

    /**
     * Removes it.
     *
     * @param version it was decided on
     * @throws KubernetesClientException a conflict where it has another version
     */
    void close(BureauQuota quota, BureauQuotaStatus content, long version) {
        remove(form(quota, content, version));
    }

    /** Removes it on the version given. */
    void remove(QuotaLedger ledger) {
        QuotaLedger released = new QuotaLedger();
        released.setMetadata(
                new ObjectMetaBuilder(ledger.getMetadata()).withFinalizers(List.of()).build());
        released.setSpec(ledger.getSpec());
        try {
            QuotaLedger freed = hub.resource(released).update();
            var _ =
                    hub.resource(freed)
                            .lockResourceVersion(freed.getMetadata().getResourceVersion())
                            .delete();
        } catch (KubernetesClientException refusal) {
            if (refusal.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                throw refusal;
            }
        }
    }

    static KubernetesClientException conflict() {
        return new KubernetesClientException(
                "the ledger moved on", HttpURLConnection.HTTP_CONFLICT, null);
    }

    private QuotaLedger call(Supplier<QuotaLedger> call) {
        calls.acquireUninterruptibly();
        try {
            return call.get();
        } finally {
            calls.release();
        }
    }

    private static QuotaLedger form(
            BureauQuota quota, BureauQuotaStatus content, @Nullable Long version) {
        QuotaLedger ledger = new QuotaLedger();
        ledger.setMetadata(
                new ObjectMetaBuilder()
                        .withName(name(quota))
                        .withResourceVersion(version == null ? null : version.toString())
                        .addToLabels(JiyunApi.MANAGED_BY_LABEL, JiyunApi.MANAGED_BY)
                        .addToLabels(JiyunApi.BUREAU_LABEL, quota.getMetadata().getName())
                        .withFinalizers(JiyunApi.LEDGER_FINALIZER)
                        .build());
        ledger.setSpec(LedgerForm.write(quota.getMetadata().getUid(), content));
        return ledger;
    }

    private static String name(BureauQuota quota) {
        return quota.getMetadata().getName() + "-" + quota.getMetadata().getUid();
    }
}
