package io.jiyun.console.quota.internal;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Sharing;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.GrantedQuota;
import io.jiyun.quota.tree.PoolKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is shared beside the quota it is shared of. None of it breaks a rule, for quota comes and
 * goes with its grants and what cannot be lent is not; but whoever writes it means something else.
 * So it is refused where somebody writes it, and only said where it stood before.
 */
final class SharingAgainstQuota {
    private final List<SpecViolation> refused = new ArrayList<>();
    private final List<SpecViolation> noted = new ArrayList<>();

    private SharingAgainstQuota() {}

    static SharingAgainstQuota of(
            @Nullable BureauQuotaSpec before, BureauQuotaSpec after, Instant now) {
        SharingAgainstQuota result = new SharingAgainstQuota();
        Set<SharingDraft> stood =
                before == null
                        ? Set.of()
                        : before.sharingOrEmpty().stream()
                                .map(SharingDrafts::of)
                                .collect(Collectors.toSet());
        SortedMap<PoolKey, Resources> quota = GrantedQuota.at(after, now);
        List<Sharing> all = after.sharingOrEmpty();
        for (int index = 0; index < all.size(); index++) {
            Sharing one = all.get(index);
            PoolKey pool = new PoolKey(one.cloud(), one.pool());
            check(
                    one,
                    pool,
                    "sharing[" + index + "]",
                    quota.get(pool),
                    stood.contains(SharingDrafts.of(one)) ? result.noted : result.refused);
        }
        return result;
    }

    List<SpecViolation> refused() {
        return refused;
    }

    List<SpecViolation> noted() {
        return noted;
    }

    private static void check(
            Sharing sharing,
            PoolKey pool,
            String field,
            @Nullable Resources quota,
            List<SpecViolation> found) {
        if (quota == null) {
            found.add(
                    Sentences.violation(
                            "SharingWithoutQuota",
                            field + ".pool",
                            "quota.sharing-without-quota",
                            pool));
            return;
        }
        Resources lent = read(sharing.lendingLimitOrEmpty());
        read(sharing.borrowingLimitOrEmpty()).plus(lent).names().stream()
                .filter(name -> !quota.mentions(name))
                .map(ResourceName::value)
                .forEach(name ->
                        found.add(
                                Sentences.violation(
                                        "SharingWithoutQuota",
                                        field
                                                + (sharing.borrowingLimitOrEmpty().containsKey(name)
                                                        ? ".borrowingLimit."
                                                        : ".lendingLimit.")
                                                + name,
                                        "quota.sharing-unlimited",
                                        pool,
                                        name)));
        lent.asMap()
                .forEach((name, amount) -> {
                    Amount has = quota.get(name);
                    if (has != null && amount.exceeds(has)) {
                        found.add(
                                Sentences.violation(
                                        "LendsMoreThanQuota",
                                        field + ".lendingLimit." + name,
                                        "quota.lends-more",
                                        pool,
                                        name,
                                        amount.print(),
                                        has.print()));
                    }
                });
    }

    private static Resources read(Map<String, Quantity> limit) {
        return Quantities.declared(limit, "", new Violations());
    }
}
