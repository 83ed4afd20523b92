package io.jiyun.quota.explain;

import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Explanation.Approver;
import io.jiyun.api.v1alpha1.Explanation.Level;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violation;
import io.jiyun.quota.tree.PoolKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pools in which a bureau's quota is used up, or one of its namespaces was refused something. */
record ShortPools(Situation situation, PoolKey pool, Resources hard, Resources own) {
    private static final List<Approver> UPWARDS =
            List.of(Approver.BUREAU_HEAD, Approver.CLOUD_ADMINISTRATOR);

    static List<Explanation> of(Situation situation) {
        List<Explanation> explanations = new ArrayList<>();
        situation
                .admission()
                .hard()
                .forEach((pool, hard) -> {
                    Resources own = situation.admission().forSlices(pool);
                    ShortPools one = new ShortPools(situation, pool, hard, own);
                    one.hard().names().forEach(resource -> one.add(resource, explanations));
                });
        return explanations;
    }

    private void add(ResourceName resource, List<Explanation> explanations) {
        List<NamespaceFacts> members = members();
        Amount used = sum(members, resource, NamespaceFacts::used);
        Amount bound = own.orZero(resource);
        boolean told = false;
        int before = explanations.size();
        for (NamespaceFacts member : members) {
            Amount asked = member.refused().orZero(resource);
            if (!asked.isZero()) {
                explanations.add(refused(member, resource, asked, used, bound));
                told = true;
            }
        }
        if (used.exceeds(bound)) {
            explanations.add(whole(Reason.QUOTA_EXCEEDED, resource, used, bound));
        } else if (!told && !used.isZero() && used.equals(bound)) {
            explanations.add(whole(Reason.QUOTA_USED_UP, resource, used, bound));
        }
        boolean bureauIsShort =
                explanations.subList(before, explanations.size()).stream()
                        .anyMatch(each -> each.level() == Level.BUREAU);
        if (bureauIsShort) {
            new LoanRoom(situation, pool, resource).explanation().ifPresent(explanations::add);
        }
    }

    private Explanation refused(
            NamespaceFacts member, ResourceName resource, Amount asked, Amount used, Amount bound) {
        Amount max = member.max().get(resource);
        Amount here = member.used().orZero(resource);
        if (max != null && here.plus(asked).exceeds(max)) {
            Violation said =
                    said(Reason.NAMESPACE_AT_MAXIMUM, member.name(), resource, max, here, asked);
            return explanation(said, Level.NAMESPACE, member.name(), resource, List.of(), UPWARDS);
        }
        if (used.plus(asked).exceeds(bound)) {
            Violation said =
                    said(Reason.QUOTA_SHORT, member.name(), pool, resource, asked, bound, used);
            return explanation(
                    said, Level.BUREAU, member.name(), resource, users(resource), UPWARDS);
        }
        Holders holders = new Holders(resource);
        members().stream()
                .filter(other -> !other.name().equals(member.name()))
                .forEach(other ->
                        holders.namespace(other.name(), other.granted().minusToZero(other.used())));
        return explanation(
                said(Reason.SIBLINGS_HOLD, member.name(), pool, resource, asked),
                Level.SIBLINGS,
                member.name(),
                resource,
                holders.largest(),
                List.of());
    }

    private Explanation whole(Reason reason, ResourceName resource, Amount used, Amount bound) {
        Violation said =
                reason == Reason.QUOTA_EXCEEDED
                        ? said(reason, pool, resource, bound, used)
                        : said(reason, pool, resource, bound);
        return explanation(said, Level.BUREAU, null, resource, users(resource), UPWARDS);
    }

    /** Its namespaces by what they use; and its children, where they were given a part. */
    private List<Explanation.Holder> users(ResourceName resource) {
        Holders holders = new Holders(resource);
        members().forEach(member -> holders.namespace(member.name(), member.used()));
        if (!own.orZero(resource).equals(hard.orZero(resource))) {
            SortedMap<String, Resources> children =
                    situation.province().get().holders(pool, situation.bureau());
            holders.bureaus(children, "");
        }
        return holders.largest();
    }

    private List<NamespaceFacts> members() {
        return situation.namespaces().stream().filter(it -> it.pool().equals(pool)).toList();
    }

    private static Amount sum(
            List<NamespaceFacts> members,
            ResourceName resource,
            Function<NamespaceFacts, Resources> what) {
        return members.stream().map(what).collect(Resources.sum()).orZero(resource);
    }

    private static Violation said(Reason reason, Object... arguments) {
        return Violation.of(reason, "", arguments);
    }

    private Explanation explanation(
            Violation said,
            Level level,
            @Nullable String namespace,
            ResourceName resource,
            List<Explanation.Holder> holders,
            List<Approver> approvers) {
        return new Explanation(
                said.reason().code(),
                level,
                pool.cloud(),
                pool.pool(),
                namespace,
                resource.value(),
                holders,
                approvers,
                said.zh(),
                said.en());
    }
}
