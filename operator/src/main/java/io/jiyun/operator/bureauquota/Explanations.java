package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.operator.cloud.Cloud;
import io.jiyun.operator.cloud.QuotaPulse;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.explain.Explaining;
import io.jiyun.quota.explain.NamespaceFacts;
import io.jiyun.quota.explain.NamespaceFacts.Hindrance;
import io.jiyun.quota.explain.Situation;
import io.jiyun.quota.tree.Admission;
import io.jiyun.quota.tree.ProvinceView;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings together what {@link Explaining} needs to know of a bureau. */
record Explanations(ProvinceView province) {

    List<Explanation> of(BureauQuota quota, Admission admission, List<Slice> slices, Instant now) {
        return Explaining.of(
                new Situation(
                        quota.getMetadata().getName(),
                        admission,
                        slices.stream().map(Explanations::facts).toList(),
                        silentControllers(slices),
                        () -> province.picture(now)));
    }

    private static NamespaceFacts facts(Slice slice) {
        Cloud cloud = slice.cloud();
        return new NamespaceFacts(
                slice.pool(),
                slice.name(),
                slice.max(),
                slice.granted(),
                slice.used(),
                cloud == null ? Resources.none() : cloud.refused(slice.name()),
                hindrance(slice));
    }

    private static Hindrance hindrance(Slice slice) {
        return switch (slice.standing()) {
            case UNKNOWN -> Hindrance.CLOUD_SILENT;
            case HELD ->
                    slice.isWanted() && !slice.isEnforced()
                            ? Hindrance.UNCONFIRMED
                            : Hindrance.NONE;
            case ABSENT, FOREIGN, TERMINATING, FAILED -> Hindrance.NONE;
        };
    }

    private static SortedMap<String, Instant> silentControllers(List<Slice> slices) {
        SortedMap<String, Instant> silent = new TreeMap<>();
        for (Slice slice : slices) {
            Cloud cloud = slice.cloud();
            if (cloud != null
                    && cloud.quotaController()
                            instanceof QuotaPulse.Outcome.Silent(Instant since)) {
                silent.put(cloud.name(), since);
            }
        }
        return silent;
    }
}
