package io.jiyun.console.quota.internal;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Sharing;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import io.jiyun.console.quota.QuotaPreview.SharingPreview;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.PoolKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Between what a declaration shares and the form it is edited in. */
final class SharingDrafts {
    private SharingDrafts() {}

    static SharingDraft of(Sharing sharing) {
        return new SharingDraft(
                sharing.cloud(),
                sharing.pool(),
                Quantities.observed(sharing.borrowingLimit()).print(),
                Quantities.observed(sharing.lendingLimit()).print(),
                sharing.recallGraceSeconds());
    }

    /**
     * What the draft shares. An end of all sharing is an empty list and not none: a list that the
     * console no longer applies would stay with whoever declared it by hand.
     */
    static @Nullable List<Sharing> spec(
            QuotaDraft draft, @Nullable BureauQuotaSpec before, Violations violations) {
        List<Sharing> stands = before == null ? null : before.sharing();
        List<SharingDraft> drafts = draft.sharing();
        if (drafts == null || (stands == null && drafts.isEmpty())) {
            return stands;
        }
        List<Sharing> sharing = new ArrayList<>();
        for (int index = 0; index < drafts.size(); index++) {
            SharingDraft one = drafts.get(index);
            String field = "sharing[" + index + "]";
            sharing.add(
                    new Sharing(
                            one.cloud(),
                            one.pool(),
                            limit(one.borrowingLimit(), field + ".borrowingLimit", violations),
                            limit(one.lendingLimit(), field + ".lendingLimit", violations),
                            one.recallGraceSeconds()));
        }
        return sharing;
    }

    /** Pools that are shared otherwise than before. */
    static List<SharingPreview> changes(@Nullable BureauQuotaSpec before, BureauQuotaSpec after) {
        SortedMap<PoolKey, SharingDraft> was = byPool(before);
        SortedMap<PoolKey, SharingDraft> is = byPool(after);
        SortedSet<PoolKey> pools = new TreeSet<>(was.keySet());
        pools.addAll(is.keySet());
        return pools.stream()
                .filter(pool -> !Objects.equals(was.get(pool), is.get(pool)))
                .map(pool -> new SharingPreview(pool, was.get(pool), is.get(pool)))
                .toList();
    }

    private static SortedMap<PoolKey, SharingDraft> byPool(@Nullable BureauQuotaSpec spec) {
        SortedMap<PoolKey, SharingDraft> drafts = new TreeMap<>();
        if (spec != null) {
            spec.sharingOrEmpty()
                    .forEach(one -> drafts.put(new PoolKey(one.cloud(), one.pool()), of(one)));
        }
        return drafts;
    }

    private static @Nullable Map<String, Quantity> limit(
            Map<String, String> texts, String field, Violations violations) {
        Resources limit = Quantities.typed(texts, field, violations);
        return limit.isEmpty() ? null : Quantities.of(limit);
    }
}
