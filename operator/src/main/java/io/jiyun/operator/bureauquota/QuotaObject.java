package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.operator.cloud.Cloud;
import io.jiyun.quota.amount.Resources;
import java.net.HttpURLConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the ResourceQuota of a namespace. An update always carries the resourceVersion it was
 * decided on, so that it fails where usage was charged or another leader wrote in between.
 */
final class QuotaObject {

    /** Brings {@code spec.hard} and marks to what was decided; answers what now stands there. */
    static ResourceQuota write(Slice slice, Cloud cloud, Resources hard, Marks marks) {
        ResourceQuota seen = Objects.requireNonNull(slice.quota()).object();
        if (marks.areOn(seen) && hard.equals(slice.specHard())) {
            return seen;
        }
        ResourceQuota changed = new ResourceQuotaBuilder(seen).build();
        marks.putOn(changed);
        if (!hard.equals(slice.specHard())) {
            changed.getSpec().setHard(Quantities.of(hard));
        }
        return cloud.quotas().remember(cloud.client().resource(changed).update());
    }

    /** Writes the ResourceQuota once more as it is, so that every older decision about it fails. */
    static ResourceQuota touch(ResourceQuota seen, Cloud cloud, String mark) {
        ResourceQuota touched = new ResourceQuotaBuilder(seen).build();
        Map<String, String> annotations = new LinkedHashMap<>(Marks.annotationsOf(touched));
        annotations.put(Marks.FENCE_ANNOTATION, mark);
        touched.getMetadata().setAnnotations(annotations);
        return cloud.quotas().remember(cloud.client().resource(touched).update());
    }

    /**
     * Makes the ResourceQuota where there is none. Without a version to carry it starts with what
     * can do no harm whenever it arrives; the next round raises it.
     */
    static ResourceQuota create(Slice slice, Cloud cloud, Resources hard, Marks marks) {
        ResourceQuota wanted =
                new ResourceQuotaBuilder()
                        .withMetadata(marks.metadata(slice.name(), JiyunApi.QUOTA_NAME))
                        .withNewSpec()
                        .withHard(Quantities.of(hard))
                        .endSpec()
                        .build();
        try {
            return cloud.quotas().remember(cloud.client().resource(wanted).create());
        } catch (KubernetesClientException refusal) {
            ResourceQuota unmarked =
                    refusal.getCode() == HttpURLConnection.HTTP_CONFLICT
                            ? cloud.client().resource(wanted).get()
                            : null;
            if (unmarked == null) {
                throw refusal;
            }
            // One that lost its marks is there: only they are put back. It was read after the
            // ledger,
            // so what it allows is for the next round to decide.
            ResourceQuota marked = new ResourceQuotaBuilder(unmarked).build();
            marks.putOn(marked);
            return cloud.quotas().remember(cloud.client().resource(marked).update());
        }
    }

    private QuotaObject() {}
}
