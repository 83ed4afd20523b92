package io.jiyun.operator.membercloud;

import io.fabric8.kubernetes.api.model.Condition;
import io.jiyun.api.v1alpha1.MemberCloudStatus.PoolStatus;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.operator.Conditions;
import io.jiyun.operator.cloud.Protection;
import io.jiyun.operator.cloud.QuotaPulse;
import io.jiyun.operator.cloud.Reachability;
import io.jiyun.operator.cloud.Sentence;
import io.jiyun.operator.cloud.StreamState;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a MemberCloud, each in plain words. */
final class MemberCloudConditions {

    static List<Condition> of(
            Conditions conditions,
            Reachability reachability,
            Protection.Outcome protection,
            QuotaPulse.Outcome quotaController,
            StreamState auditStream,
            List<PoolStatus> pools) {
        List<String> unknown =
                pools.stream()
                        .filter(pool -> pool.capacity() == null)
                        .map(PoolStatus::name)
                        .toList();
        ready(conditions, reachability, unknown);
        reachable(conditions, reachability);
        protection(conditions, protection);
        quotaController(conditions, reachability, quotaController);
        auditStream(conditions, auditStream);
        return conditions.build();
    }

    private static void protection(Conditions conditions, Protection.Outcome protection) {
        switch (protection) {
            case Protection.Outcome.InForce _ ->
                    conditions.set(
                            "Protected",
                            true,
                            "PolicyInForce",
                            "Nobody but Jiyun can change what Jiyun keeps in namespaces.");
            case Protection.Outcome.Missing(String why) ->
                    conditions.set(
                            "Protected",
                            false,
                            "PolicyMissing",
                            "People with rights in a namespace may change what Jiyun keeps there"
                                    + " until it is put right: the policy is missing, because "
                                    + why
                                    + ".");
            case Protection.Outcome.Unknown _ ->
                    conditions.unknown(
                            "Protected", "NotLookedYet", "Nothing is known of the policy yet.");
        }
    }

    private static void quotaController(
            Conditions conditions, Reachability reachability, QuotaPulse.Outcome found) {
        String type = "QuotaControllerAlive";
        if (!reachability.isReachable()) {
            conditions.unknown(type, "CloudUnreachable", "The cloud does not answer.");
            return;
        }
        switch (found) {
            case QuotaPulse.Outcome.Alive _ ->
                    conditions.set(
                            type, true, "Confirming", "The quota controller confirms changes.");
            case QuotaPulse.Outcome.Silent(Instant since) ->
                    conditions.set(
                            type,
                            false,
                            "NotConfirming",
                            "The quota controller has confirmed no change since "
                                    + since
                                    + ". What it confirmed before stays enforced, nothing grows,"
                                    + " and new namespaces give nobody access. Look after the"
                                    + " cluster's kube-controller-manager.");
            case QuotaPulse.Outcome.Unknown _ ->
                    conditions.unknown(
                            type, "NotAskedYet", "The quota controller was not asked yet.");
        }
    }

    private static void auditStream(Conditions conditions, StreamState stream) {
        switch (stream) {
            case HEARD ->
                    conditions.set(
                            "AuditHeard",
                            true,
                            "StreamHeard",
                            "The audit stream tells who is refused by quota.");
            case SILENT ->
                    conditions.set(
                            "AuditHeard",
                            false,
                            "StreamSilent",
                            "The audit stream has been silent for ten minutes. While it is, free"
                                    + " room goes round where something without an event is"
                                    + " refused.");
            case ABSENT -> {
                // Nobody promised one.
            }
        }
    }

    private static void ready(
            Conditions conditions, Reachability reachability, List<String> unknown) {
        if (reachability.isReachable() && unknown.isEmpty()) {
            conditions.set(
                    "Ready", true, "Connected", "The cloud answers and its pools are known.");
        } else if (reachability.isReachable()) {
            conditions.set(
                    "Ready",
                    false,
                    "PoolCapacityUnknown",
                    "The capacity of these pools is not known: "
                            + String.join(", ", unknown)
                            + ". Declare it, or give a nodeSelector that finds nodes.");
        } else {
            reachable(conditions, "Ready", reachability);
        }
    }

    private static void reachable(Conditions conditions, Reachability reachability) {
        reachable(conditions, "Reachable", reachability);
    }

    private static void reachable(Conditions conditions, String type, Reachability reachability) {
        switch (reachability) {
            case Reachability.Reachable _ ->
                    conditions.set(type, true, "Answering", "The cloud's API server answers.");
            case Reachability.Unreachable(Sentence why) ->
                    conditions.set(
                            type,
                            false,
                            "NotAnswering",
                            "The cloud's API server does not answer ("
                                    + why.en()
                                    + "). It is tried again; what stands there stays as it is.");
            case Reachability.Misconfigured(Sentence why) ->
                    conditions.set(
                            type,
                            false,
                            "ConnectionInvalid",
                            "It cannot be connected: " + why.en() + ".");
            case Reachability.Untried _ ->
                    conditions.unknown(type, "Connecting", "The cloud is being connected.");
        }
    }

    static @Nullable List<SpecViolation> violations(
            String cloud, Reachability reachability, QuotaPulse.Outcome quotaController) {
        return switch (reachability) {
            case Reachability.Unreachable(Sentence why) ->
                    one(Reason.CLOUD_UNREACHABLE, cloud, why);
            case Reachability.Misconfigured(Sentence why) ->
                    one(Reason.CONNECTION_REFUSED, cloud, why);
            case Reachability.Reachable _ ->
                    quotaController instanceof QuotaPulse.Outcome.Silent(Instant since)
                            ? List.of(
                                    told(
                                            Reason.QUOTA_CONTROLLER_SILENT,
                                            "status",
                                            new Sentence(since.toString(), since.toString()),
                                            cloud))
                            : null;
            case Reachability.Untried _ -> null;
        };
    }

    private static List<SpecViolation> one(Reason reason, String cloud, Sentence why) {
        return List.of(told(reason, "spec.connection", why, cloud));
    }

    private static SpecViolation told(Reason reason, String field, Sentence why, String cloud) {
        return new SpecViolation(
                reason.code(),
                field,
                Violation.of(reason, field, cloud, why.zh()).zh(),
                Violation.of(reason, field, cloud, why.en()).en());
    }

    private MemberCloudConditions() {}
}
