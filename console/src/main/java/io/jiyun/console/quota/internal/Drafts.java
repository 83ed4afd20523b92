package io.jiyun.console.quota.internal;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.QuotaDraft.NamespaceDraft;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.PoolKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Between a declaration and the form it is edited in. Editing concerns the standing quota: grants
 * with a validity stay as they are.
 */
public final class Drafts {
    private Drafts() {}

    public static QuotaDraft of(BureauQuotaSpec spec) {
        List<PoolDraft> pools = new ArrayList<>();
        standing(spec)
                .forEach((key, amount) ->
                        pools.add(new PoolDraft(key.cloud(), key.pool(), amount.print())));
        return new QuotaDraft(
                spec.bureau().code(),
                spec.bureau().name(),
                spec.parentName(),
                pools,
                spec.namespacesOrEmpty().stream().map(Drafts::draft).toList(),
                spec.sharingOrEmpty().stream().map(SharingDrafts::of).toList());
    }

    /**
     * The declaration the draft asks for.
     *
     * @param before what is there; null for a new quota
     * @param requestId number of the grants that the draft makes
     * @param violations collects amounts that cannot be read
     */
    static BureauQuotaSpec spec(
            QuotaDraft draft,
            @Nullable BureauQuotaSpec before,
            String requestId,
            Violations violations) {
        return new BureauQuotaSpec(
                new BureauQuotaSpec.Bureau(draft.bureauCode(), draft.bureauName()),
                blankToNull(draft.parentName()),
                grants(draft, before, requestId, violations),
                namespaces(draft, before, violations),
                SharingDrafts.spec(draft, before, violations),
                before == null ? null : before.deletionPolicy());
    }

    private static List<Grant> grants(
            QuotaDraft draft,
            @Nullable BureauQuotaSpec before,
            String requestId,
            Violations violations) {
        List<Grant> grants = new ArrayList<>();
        SequencedMap<PoolKey, Resources> standing =
                before == null ? new LinkedHashMap<>() : standing(before);
        for (int index = 0; index < draft.pools().size(); index++) {
            PoolDraft pool = draft.pools().get(index);
            PoolKey key = new PoolKey(pool.cloud(), pool.pool());
            Resources wanted =
                    Quantities.typed(
                            pool.resources(), "pools[" + index + "].resources", violations);
            if (before != null && wanted.equals(standing.get(key))) {
                before.grantsOrEmpty().stream()
                        .filter(grant -> isStanding(grant) && isIn(grant, key))
                        .forEach(grants::add);
            } else if (!wanted.isEmpty()) {
                grants.add(
                        new Grant(
                                requestId,
                                key.cloud(),
                                key.pool(),
                                Quantities.of(wanted),
                                null,
                                null));
            }
        }
        if (before != null) {
            before.grantsOrEmpty().stream()
                    .filter(grant -> !isStanding(grant))
                    .forEach(grants::add);
        }
        return grants;
    }

    private static List<BureauNamespace> namespaces(
            QuotaDraft draft, @Nullable BureauQuotaSpec before, Violations violations) {
        List<BureauNamespace> namespaces = new ArrayList<>();
        for (int index = 0; index < draft.namespaces().size(); index++) {
            NamespaceDraft namespace = draft.namespaces().get(index);
            String field = "namespaces[" + index + "]";
            namespaces.add(
                    new BureauNamespace(
                            namespace.name(),
                            namespace.cloud(),
                            namespace.pool(),
                            bound(namespace.min(), field + ".min", violations),
                            bound(namespace.max(), field + ".max", violations),
                            namespace.weight(),
                            access(before, namespace)));
        }
        return namespaces;
    }

    private static BureauQuotaSpec.@Nullable Access access(
            @Nullable BureauQuotaSpec before, NamespaceDraft namespace) {
        if (before == null) {
            return null;
        }
        return before.namespacesOrEmpty().stream()
                .filter(known ->
                        known.name().equals(namespace.name())
                                && known.cloud().equals(namespace.cloud()))
                .map(BureauNamespace::access)
                .filter(access -> access != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Map<String, Quantity> bound(
            Map<String, String> texts, String field, Violations violations) {
        Resources bound = Quantities.typed(texts, field, violations);
        return bound.isEmpty() ? null : Quantities.of(bound);
    }

    /** Sum of the grants without a validity, per pool in the order of the declaration. */
    private static SequencedMap<PoolKey, Resources> standing(BureauQuotaSpec spec) {
        SequencedMap<PoolKey, Resources> standing = new LinkedHashMap<>();
        for (Grant grant : spec.grantsOrEmpty()) {
            if (isStanding(grant)) {
                standing.merge(
                        new PoolKey(grant.cloud(), grant.pool()),
                        Quantities.declared(grant.resources(), "", new Violations()),
                        Resources::plus);
            }
        }
        return standing;
    }

    private static boolean isStanding(Grant grant) {
        return grant.validFrom() == null && grant.validUntil() == null;
    }

    private static boolean isIn(Grant grant, PoolKey key) {
        return grant.cloud().equals(key.cloud()) && grant.pool().equals(key.pool());
    }

    private static NamespaceDraft draft(BureauNamespace namespace) {
        return new NamespaceDraft(
                namespace.name(),
                namespace.cloud(),
                namespace.pool(),
                namespace.weight(),
                Quantities.observed(namespace.min()).print(),
                Quantities.observed(namespace.max()).print());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
