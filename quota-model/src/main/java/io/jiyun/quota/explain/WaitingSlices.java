package io.jiyun.quota.explain;

import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Explanation.Approver;
import io.jiyun.api.v1alpha1.Explanation.Level;
import io.jiyun.quota.explain.NamespaceFacts.Hindrance;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Slices that wait for their cloud, one sentence for each cloud. */
final class WaitingSlices {
    private static final List<Approver> ADMINISTRATOR = List.of(Approver.CLOUD_ADMINISTRATOR);

    static List<Explanation> of(Situation situation) {
        TreeMap<String, Integer> silent = new TreeMap<>();
        TreeMap<String, Integer> unconfirmed = new TreeMap<>();
        TreeMap<String, Integer> present = new TreeMap<>();
        for (NamespaceFacts namespace : situation.namespaces()) {
            String cloud = namespace.pool().cloud();
            present.merge(cloud, 1, Integer::sum);
            if (namespace.hindrance() == Hindrance.CLOUD_SILENT) {
                silent.merge(cloud, 1, Integer::sum);
            } else if (namespace.hindrance() == Hindrance.UNCONFIRMED) {
                unconfirmed.merge(cloud, 1, Integer::sum);
            }
        }
        List<Explanation> explanations = new ArrayList<>();
        silent.forEach((cloud, count) ->
                explanations.add(
                        of(Reason.CLOUD_HOLDS_SLICES, Level.CLOUD, ADMINISTRATOR, cloud, count)));
        present.keySet()
                .forEach(cloud -> {
                    Instant since = situation.silentControllers().get(cloud);
                    if (since != null && !silent.containsKey(cloud)) {
                        unconfirmed.remove(cloud);
                        explanations.add(
                                of(
                                        Reason.QUOTA_CONTROLLER_SILENT,
                                        Level.QUOTA_CONTROLLER,
                                        ADMINISTRATOR,
                                        cloud,
                                        since));
                    }
                });
        unconfirmed.forEach((cloud, count) ->
                explanations.add(
                        of(
                                Reason.CONFIRMATION_AWAITED,
                                Level.CONFIRMATION,
                                List.of(),
                                cloud,
                                count)));
        return explanations;
    }

    private static Explanation of(
            Reason reason, Level level, List<Approver> approvers, String cloud, Object detail) {
        Violation said = Violation.of(reason, "", cloud, detail);
        return new Explanation(
                reason.code(),
                level,
                cloud,
                null,
                null,
                null,
                List.of(),
                approvers,
                said.zh(),
                said.en());
    }

    private WaitingSlices() {}
}
