package io.jiyun.console.quota;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Sharing;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.quota.QuotaDraft.NamespaceDraft;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import java.util.List;
import java.util.Map;

/** Quotas and drafts that tests start from. */
public final class Quotas {
    private Quotas() {}

    /** A draft with one pool and one namespace named after the quota. */
    public static QuotaDraft draft(String bureau, String namespace, Map<String, String> resources) {
        return new QuotaDraft(
                bureau,
                "单位 " + bureau,
                null,
                List.of(new PoolDraft("provincial", "gov-x86", resources)),
                List.of(new NamespaceDraft(namespace, "provincial", "gov-x86")));
    }

    public static QuotaDraft health(String cores) {
        return draft(ConsoleTests.HEALTH, "health-prod", Map.of("requests.cpu", cores));
    }

    public static QuotaDraft education(String cores) {
        return draft(ConsoleTests.EDUCATION, "education-prod", Map.of("requests.cpu", cores));
    }

    public static Submission because(String reason) {
        return new Submission(reason, null, null);
    }

    /** A manifest as an administrator applies it, with a standing and a temporary grant. */
    public static BureauQuota manifest(String name, String bureau, String cores) {
        return manifest(name, bureau, cores, "2099-01-01T00:00:00+08:00");
    }

    static BureauQuota manifest(String name, String bureau, String cores, String until) {
        BureauQuota quota = new BureauQuota();
        quota.setMetadata(new ObjectMetaBuilder().withName(name).build());
        quota.setSpec(
                new BureauQuotaSpec(
                        new BureauQuotaSpec.Bureau(bureau, "单位 " + bureau),
                        null,
                        List.of(
                                grant("REQ-2026-000123", cores, null),
                                grant("REQ-2026-000124", "1", until)),
                        List.of(
                                new BureauNamespace(
                                        name + "-prod",
                                        "provincial",
                                        "gov-x86",
                                        null,
                                        null,
                                        null,
                                        null)),
                        null,
                        null));
        return quota;
    }

    /** The manifest of a bureau that borrows and lends so many cores of the pool. */
    public static BureauQuota sharing(
            String name, String bureau, String cores, String borrows, String lends) {
        BureauQuota quota = manifest(name, bureau, cores);
        BureauQuotaSpec spec = quota.getSpec();
        Sharing shared =
                new Sharing(
                        "provincial",
                        "gov-x86",
                        Map.of("requests.cpu", Quantity.parse(borrows)),
                        Map.of("requests.cpu", Quantity.parse(lends)),
                        null);
        quota.setSpec(
                new BureauQuotaSpec(
                        spec.bureau(),
                        null,
                        spec.grants(),
                        spec.namespaces(),
                        List.of(shared),
                        null));
        return quota;
    }

    private static Grant grant(
            String requestId, String cores, @org.jspecify.annotations.Nullable String until) {
        return new Grant(
                requestId,
                "provincial",
                "gov-x86",
                Map.of("requests.cpu", Quantity.parse(cores)),
                null,
                until);
    }
}
