package io.jiyun.console.quota.internal;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Sharing;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaDraft.NamespaceDraft;
import io.jiyun.console.quota.QuotaEffect;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.PoolKey;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The declaration after a request, and which standing grants it cut. Pure. */
final class EffectOnSpec {
    private final BureauQuotaSpec before;
    private final String request;
    private final List<Grant> grants;
    private final List<BureauNamespace> namespaces;
    private final List<Sharing> sharing;
    private final List<String> adjusted = new ArrayList<>();
    private final List<SpecViolation> violations = new ArrayList<>();

    private EffectOnSpec(BureauQuotaSpec before, String request) {
        this.before = before;
        this.request = request;
        this.grants = new ArrayList<>(before.grantsOrEmpty());
        this.namespaces = new ArrayList<>(before.namespacesOrEmpty());
        this.sharing = new ArrayList<>(before.sharingOrEmpty());
    }

    static EffectOnSpec of(BureauQuotaSpec before, String request, QuotaEffect effect) {
        EffectOnSpec result = new EffectOnSpec(before, request);
        switch (effect) {
            case QuotaEffect.Give(var amounts, var from, var until) ->
                    result.give(amounts, from, until);
            case QuotaEffect.Take(var amounts) -> amounts.forEach(result::take);
            case QuotaEffect.Prolong(var grant, var until) -> result.prolong(grant, until);
            case QuotaEffect.Settle(var namespace, var amounts) -> {
                result.settle(namespace);
                result.give(amounts, null, null);
            }
            case QuotaEffect.Leave(var pool) -> result.leave(pool);
        }
        return result;
    }

    BureauQuotaSpec spec() {
        return with(grants);
    }

    /** The same with what begins later counted from now on. */
    BureauQuotaSpec atItsPeak() {
        return with(
                grants.stream()
                        .map(grant -> grant.requestId().equals(request) ? open(grant) : grant)
                        .toList());
    }

    List<String> adjusted() {
        return adjusted;
    }

    List<SpecViolation> violations() {
        return violations;
    }

    private void give(
            SortedMap<PoolKey, Resources> amounts,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until) {
        amounts.forEach((pool, amount) ->
                grants.add(
                        new Grant(
                                request,
                                pool.cloud(),
                                pool.pool(),
                                Quantities.of(amount),
                                from == null ? null : written(from),
                                until == null ? null : written(until))));
    }

    private void take(PoolKey pool, Resources amount) {
        Resources rest = amount;
        for (int index = grants.size() - 1; index >= 0; index--) {
            Grant grant = grants.get(index);
            if (grant.validFrom() != null || grant.validUntil() != null || !isIn(grant, pool)) {
                continue;
            }
            Resources had = Quantities.declared(grant.resources(), "", new Violations());
            Resources keeps = had.overlaidWith(had.minusToZero(rest).onlyOf(rest));
            rest = rest.minusToZero(had);
            if (!keeps.equals(had)) {
                adjusted.add(
                        "%s %s %s → %s"
                                .formatted(grant.requestId(), pool, had.print(), keeps.print()));
                // A grant cut to zero stays: what no grant names would no longer be limited.
                grants.set(index, withResources(grant, Quantities.of(keeps)));
            }
        }
        for (Map.Entry<ResourceName, Amount> missing : rest.asMap().entrySet()) {
            if (!missing.getValue().isZero()) {
                violations.add(
                        Sentences.violation(
                                "MoreThanStanding",
                                "pools",
                                "request.more-than-standing",
                                pool,
                                missing.getKey(),
                                missing.getValue().print()));
            }
        }
    }

    private void prolong(String number, OffsetDateTime until) {
        boolean found = false;
        for (int index = 0; index < grants.size(); index++) {
            Grant grant = grants.get(index);
            if (grant.requestId().equals(number) && grant.validUntil() != null) {
                found = true;
                adjusted.add("%s %s → %s".formatted(number, grant.validUntil(), until));
                grants.set(
                        index,
                        new Grant(
                                number,
                                grant.cloud(),
                                grant.pool(),
                                grant.resources(),
                                grant.validFrom(),
                                written(until)));
            }
        }
        if (!found) {
            violations.add(
                    Sentences.violation("NoSuchGrant", "grant", "request.no-such-grant", number));
        }
    }

    private void settle(NamespaceDraft draft) {
        Violations unreadable = new Violations();
        namespaces.add(
                new BureauNamespace(
                        draft.name(),
                        draft.cloud(),
                        draft.pool(),
                        bound(draft.min(), unreadable),
                        bound(draft.max(), unreadable),
                        draft.weight(),
                        null));
    }

    private void leave(PoolKey pool) {
        grants.stream()
                .filter(grant -> isIn(grant, pool))
                .forEach(grant -> adjusted.add("%s %s → —".formatted(grant.requestId(), pool)));
        if (adjusted.isEmpty()) {
            violations.add(
                    Sentences.violation("NothingToReturn", "pool", "request.nothing-there", pool));
        }
        grants.removeIf(grant -> isIn(grant, pool));
        namespaces.removeIf(
                one -> one.cloud().equals(pool.cloud()) && one.pool().equals(pool.pool()));
        sharing.removeIf(one -> one.cloud().equals(pool.cloud()) && one.pool().equals(pool.pool()));
    }

    private BureauQuotaSpec with(List<Grant> changed) {
        return new BureauQuotaSpec(
                before.bureau(),
                before.parentName(),
                List.copyOf(changed),
                List.copyOf(namespaces),
                before.sharing() == null ? null : List.copyOf(sharing),
                before.deletionPolicy());
    }

    private static @Nullable Map<String, Quantity> bound(
            Map<String, String> texts, Violations unreadable) {
        Resources bound = Quantities.typed(texts, "namespace", unreadable);
        return bound.isEmpty() ? null : Quantities.of(bound);
    }

    /** With seconds even where they are zero, as the schema asks for. */
    private static String written(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Grant open(Grant grant) {
        return new Grant(
                grant.requestId(), grant.cloud(), grant.pool(), grant.resources(), null, null);
    }

    private static Grant withResources(Grant grant, Map<String, Quantity> resources) {
        return new Grant(
                grant.requestId(),
                grant.cloud(),
                grant.pool(),
                resources,
                grant.validFrom(),
                grant.validUntil());
    }

    private static boolean isIn(Grant grant, PoolKey pool) {
        return grant.cloud().equals(pool.cloud()) && grant.pool().equals(pool.pool());
    }
}
