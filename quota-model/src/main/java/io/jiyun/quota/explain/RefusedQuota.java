package io.jiyun.quota.explain;

import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Explanation.Approver;
import io.jiyun.api.v1alpha1.Explanation.Level;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violation;
import io.jiyun.quota.tree.PoolKey;
import io.jiyun.quota.tree.Province;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A declaration for which pool or parent have no room: who has it. */
final class RefusedQuota {

    static List<Explanation> of(Situation situation) {
        return situation.admission().violations().asList().stream()
                .flatMap(violation -> of(violation, situation).stream())
                .toList();
    }

    private static Optional<Explanation> of(Violation violation, Situation situation) {
        if (violation.reason() == Reason.EXCEEDS_POOL) {
            PoolKey pool = new PoolKey(argument(violation, 1), argument(violation, 0));
            ResourceName resource = new ResourceName(argument(violation, 2));
            Holders holders =
                    new Holders(resource)
                            .bureaus(situation.province().get().holders(pool), situation.bureau());
            return Optional.of(
                    explanation(
                            violation,
                            Level.POOL,
                            pool,
                            resource,
                            holders,
                            List.of(Approver.CLOUD_ADMINISTRATOR)));
        }
        boolean parentIsShort =
                violation.reason() == Reason.EXCEEDS_PARENT
                        || violation.reason() == Reason.WAITS_FOR_PARENT;
        return parentIsShort ? Optional.of(underParent(violation, situation)) : Optional.empty();
    }

    private static Explanation underParent(Violation violation, Situation situation) {
        String parent = argument(violation, 0);
        PoolKey pool = new PoolKey(argument(violation, 2), argument(violation, 1));
        ResourceName resource = new ResourceName(argument(violation, 3));
        Province province = situation.province().get();
        Holders holders =
                new Holders(resource).bureaus(province.holders(pool, parent), situation.bureau());
        province.quota(parent)
                .map(quota -> quota.slices().get(pool))
                .ifPresent(slices -> holders.bureaus(Map.of(parent, slices), ""));
        return explanation(
                violation,
                Level.PARENT,
                pool,
                resource,
                holders,
                List.of(Approver.PARENT_HEAD, Approver.CLOUD_ADMINISTRATOR));
    }

    private static Explanation explanation(
            Violation violation,
            Level level,
            PoolKey pool,
            ResourceName resource,
            Holders holders,
            List<Approver> approvers) {
        return new Explanation(
                violation.reason().code(),
                level,
                pool.cloud(),
                pool.pool(),
                null,
                resource.value(),
                holders.largest(),
                approvers,
                violation.zh(),
                violation.en());
    }

    private static String argument(Violation violation, int index) {
        return violation.arguments().get(index).toString();
    }

    private RefusedQuota() {}
}
