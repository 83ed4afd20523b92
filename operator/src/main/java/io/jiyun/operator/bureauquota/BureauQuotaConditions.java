package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.Condition;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Loan;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.operator.Conditions;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.explain.Explaining;
import io.jiyun.quota.rule.Violation;
import io.jiyun.quota.tree.GrantedQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The conditions of a BureauQuota, each in plain words. */
final class BureauQuotaConditions {
    private static final Duration SOON = Duration.ofDays(30);
    private static final int NAMED = 5;

    static List<Condition> of(
            BureauQuota quota,
            List<PoolUsage> pools,
            List<Loan> loans,
            List<Slice> slices,
            List<Violation> violations,
            List<Explanation> explanations,
            Instant now) {
        BureauQuotaStatus before = quota.getStatus();
        Conditions conditions =
                new Conditions(
                        before == null ? List.of() : before.conditionsOrEmpty(),
                        quota.getMetadata().getGeneration(),
                        now);
        List<Slice> pending = slices.stream().filter(slice -> !isSettled(slice)).toList();
        ready(conditions, slices, pending, violations);
        admitted(conditions, violations);
        synced(conditions, slices, pending);
        overQuota(conditions, pools);
        recalled(conditions, loans);
        expiring(conditions, quota, now);
        constrained(conditions, explanations);
        return conditions.build();
    }

    private static boolean isSettled(Slice slice) {
        return slice.isWanted() && slice.standing() == Standing.HELD && slice.isEnforced();
    }

    private static void ready(
            Conditions conditions,
            List<Slice> slices,
            List<Slice> pending,
            List<Violation> violations) {
        if (!violations.isEmpty()) {
            conditions.set("Ready", false, reason(violations), sentences(violations));
        } else if (!pending.isEmpty()) {
            conditions.set("Ready", false, pendingReason(pending), waitingFor(pending));
        } else {
            conditions.set(
                    "Ready",
                    true,
                    "Enforced",
                    "The quota is enforced in all " + slices.size() + " namespaces.");
        }
    }

    private static void admitted(Conditions conditions, List<Violation> violations) {
        if (violations.isEmpty()) {
            conditions.set("Admitted", true, "Admitted", "The declaration takes effect.");
        } else {
            conditions.set("Admitted", false, reason(violations), sentences(violations));
        }
    }

    private static void synced(Conditions conditions, List<Slice> slices, List<Slice> pending) {
        if (pending.isEmpty()) {
            conditions.set(
                    "Synced",
                    true,
                    "Enforced",
                    "The clouds confirmed the quota of " + slices.size() + " namespaces.");
        } else {
            conditions.set("Synced", false, pendingReason(pending), waitingFor(pending));
        }
    }

    private static String pendingReason(List<Slice> pending) {
        boolean unknown = pending.stream().anyMatch(it -> it.standing() == Standing.UNKNOWN);
        return unknown ? "CloudUnreachable" : "WaitingForCloud";
    }

    private static String waitingFor(List<Slice> pending) {
        String named =
                pending.stream()
                        .limit(NAMED)
                        .map(BureauQuotaConditions::waitingFor)
                        .collect(Collectors.joining("; "));
        int more = pending.size() - NAMED;
        return named + (more > 0 ? "; and " + more + " more." : ".");
    }

    private static String waitingFor(Slice slice) {
        String name = slice.pool().cloud() + "/" + slice.name();
        if (!slice.isWanted()) {
            return name + " is no longer declared and gives its quota back as its use ends";
        }
        return switch (slice.standing()) {
            case UNKNOWN -> name + " stands on a cloud that does not answer";
            case FAILED -> name + " could not be brought up to date and is tried again";
            case TERMINATING -> name + " is being deleted and is made anew afterwards";
            case FOREIGN -> name + " belongs to someone else";
            case ABSENT -> name + " does not exist yet";
            case HELD -> name + " waits until its cloud confirms the quota";
        };
    }

    private static void overQuota(Conditions conditions, List<PoolUsage> pools) {
        List<String> over = new ArrayList<>();
        for (PoolUsage pool : pools) {
            Resources most =
                    Quantities.observed(pool.hard()).plus(Quantities.observed(pool.borrowed()));
            Resources excess = Quantities.observed(pool.used()).excessOver(most);
            excess.print()
                    .forEach((name, amount) ->
                            over.add(
                                    pool.cloud()
                                            + "/"
                                            + pool.pool()
                                            + " by "
                                            + amount
                                            + " of "
                                            + name));
        }
        if (over.isEmpty()) {
            conditions.set("OverQuota", false, "WithinQuota", "Use is within the quota.");
        } else {
            conditions.set(
                    "OverQuota",
                    true,
                    "UsedAboveQuota",
                    "More is used than the quota allows: "
                            + String.join(", ", over)
                            + ". Nothing more is admitted until use has fallen.");
        }
    }

    private static void recalled(Conditions conditions, List<Loan> loans) {
        List<String> recalls =
                loans.stream()
                        .filter(loan -> loan.due() != null)
                        .map(loan ->
                                "A lender needs quota of "
                                        + loan.cloud()
                                        + "/"
                                        + loan.pool()
                                        + " back by "
                                        + loan.due())
                        .toList();
        if (recalls.isEmpty()) {
            conditions.set("LoanRecalled", false, "NothingRecalled", "No lender needs quota back.");
        } else {
            conditions.set(
                    "LoanRecalled",
                    true,
                    "LenderNeedsIt",
                    String.join("; ", recalls)
                            + ". From then on nothing more is admitted on it; nothing that runs is"
                            + " ended.");
        }
    }

    private static void expiring(Conditions conditions, BureauQuota quota, Instant now) {
        Optional<Instant> end =
                GrantedQuota.soonestEnd(quota.getSpec(), now)
                        .filter(moment -> moment.isBefore(now.plus(SOON)));
        String ended = ended(GrantedQuota.ended(quota.getSpec(), now));
        if (end.isPresent()) {
            conditions.set(
                    "Expiring",
                    true,
                    "GrantEndsSoon",
                    "A grant ends at " + end.get() + "." + ended);
        } else {
            conditions.set(
                    "Expiring", false, "NoGrantEndsSoon", "No grant ends within 30 days." + ended);
        }
    }

    /** What ended counts no more; a declaration whose grants all lie in the past says why. */
    private static String ended(List<String> grants) {
        if (grants.isEmpty()) {
            return "";
        }
        int more = grants.size() - NAMED;
        return " Ended and without effect: "
                + grants.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more." : ".");
    }

    /** Without the names of holders: people of the bureau may read it. */
    private static void constrained(Conditions conditions, List<Explanation> explanations) {
        List<Explanation> lasting =
                explanations.stream().filter(Explaining::needsSomebody).limit(NAMED).toList();
        if (lasting.isEmpty()) {
            conditions.set("Constrained", false, "NothingShort", "Nobody lacks anything.");
        } else {
            conditions.set(
                    "Constrained",
                    true,
                    lasting.getFirst().code(),
                    lasting.stream().map(Explanation::en).collect(Collectors.joining(" ")));
        }
    }

    private static String reason(List<Violation> violations) {
        return violations.getFirst().reason().code();
    }

    private static String sentences(List<Violation> violations) {
        return violations.stream().map(Violation::en).collect(Collectors.joining(" "));
    }

    private BureauQuotaConditions() {}
}
