package io.jiyun.quota.explain;

import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Explanation.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains a bureau's situation. */
public final class Explaining {
    private static final Comparator<Explanation> GRAVEST_FIRST =
            Comparator.comparing(Explanation::level)
                    .thenComparing(Explanation::cloud)
                    .thenComparing(each -> text(each.pool()))
                    .thenComparing(each -> text(each.namespace()))
                    .thenComparing(each -> text(each.resource()));

    /** What has to be said; nothing while nobody lacks anything. */
    public static List<Explanation> of(Situation situation) {
        List<Explanation> all = new ArrayList<>(RefusedQuota.of(situation));
        all.addAll(WaitingSlices.of(situation));
        all.addAll(ShortPools.of(situation));
        return all.stream().sorted(GRAVEST_FIRST).limit(Explanation.MOST).toList();
    }

    /** Whether it stays until somebody decides or releases something. */
    public static boolean needsSomebody(Explanation explanation) {
        return explanation.level() != Level.CONFIRMATION;
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    private Explaining() {}
}
