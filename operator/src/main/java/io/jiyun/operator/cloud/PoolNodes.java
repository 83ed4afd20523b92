package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The nodes of a cloud, summed per pool. Heartbeats of nodes do not count as changes. */
final class PoolNodes {
    private final SharedIndexInformer<Node> informer;

    PoolNodes(KubernetesClient client, Runnable changed) {
        informer =
                client.nodes()
                        .runnableInformer(0)
                        .removeNamespaceIndex()
                        .addEventHandler(new Handler(changed));
        informer.exceptionHandler((started, failure) -> true);
    }

    void start() {
        var _ = informer.start();
    }

    void stop() {
        informer.stop();
    }

    Optional<Map<String, Quantity>> capacity(LabelSelector selector) {
        if (!informer.hasSynced()) {
            return Optional.empty();
        }
        return Optional.of(
                Quantities.of(
                        informer.getIndexer().list().stream()
                                .filter(node -> matches(selector, labels(node)))
                                .map(PoolNodes::allocatable)
                                .collect(Resources.sum())));
    }

    private static Resources allocatable(Node node) {
        return node.getStatus() == null
                ? Resources.none()
                : Quantities.observed(node.getStatus().getAllocatable());
    }

    private static Map<String, String> labels(Node node) {
        Map<String, String> labels = node.getMetadata().getLabels();
        return labels == null ? Map.of() : labels;
    }

    static boolean matches(LabelSelector selector, Map<String, String> labels) {
        Map<String, String> exact =
                selector.getMatchLabels() == null ? Map.of() : selector.getMatchLabels();
        List<LabelSelectorRequirement> requirements =
                selector.getMatchExpressions() == null ? List.of() : selector.getMatchExpressions();
        return labels.entrySet().containsAll(exact.entrySet())
                && requirements.stream().allMatch(requirement -> meets(requirement, labels));
    }

    private static boolean meets(LabelSelectorRequirement requirement, Map<String, String> labels) {
        String value = labels.get(requirement.getKey());
        return switch (requirement.getOperator()) {
            case "In" -> value != null && requirement.getValues().contains(value);
            case "NotIn" -> value == null || !requirement.getValues().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false; // an operator this version does not know selects nothing
        };
    }

    private record Handler(Runnable changed) implements ResourceEventHandler<Node> {
        @Override
        public void onAdd(Node node) {
            changed.run();
        }

        @Override
        public void onUpdate(Node before, Node after) {
            if (!labels(before).equals(labels(after))
                    || !Objects.equals(allocatable(before), allocatable(after))) {
                changed.run();
            }
        }

        @Override
        public void onDelete(Node node, boolean finalStateUnknown) {
            changed.run();
        }
    }
}
