package io.jiyun.operator.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.operator.simulation.server.ApiFault;
import io.jiyun.operator.simulation.server.ObjectApi;
import io.jiyun.operator.simulation.server.ObjectKey;
import io.jiyun.operator.simulation.server.ResourceType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The bureaus' systems at work in one cloud: each keeps as many pods as its load asks for, and now
 * and then runs a short task. They begin in a namespace only when its quota is confirmed, which is
 * when Jiyun gives real tenants access.
 */
final class TenantLife {
    static final String SYSTEM_LABEL = "app.kubernetes.io/part-of";
    static final String TASK_LABEL = "jiyun.io/simulated-task";
    private static final Duration RETRY = Duration.ofSeconds(20);
    private static final int PODS_PER_TURN = 4;

    private final ObjectApi api;
    private final List<Workload> workloads;
    private final Clock clock;
    private final RandomGenerator chance;
    private final Map<Workload, Instant> refusedUntil = new HashMap<>();

    TenantLife(ObjectApi api, List<Workload> workloads, Clock clock, RandomGenerator chance) {
        this.api = api;
        this.workloads = workloads;
        this.clock = clock;
        this.chance = chance;
    }

    /** What everybody does in a second or two. */
    void turn() {
        Instant now = clock.instant();
        workloads.stream().filter(this::mayRun).forEach(workload -> adjust(workload, now));
        if (!workloads.isEmpty() && chance.nextInt(3) == 0) {
            Workload workload = workloads.get(chance.nextInt(workloads.size()));
            if (mayRun(workload)) {
                start(workload, now, true);
            }
        }
    }

    private boolean mayRun(Workload workload) {
        ObjectKey quota =
                new ObjectKey(
                        ResourceType.RESOURCE_QUOTA, workload.place().name(), JiyunApi.QUOTA_NAME);
        return api.find(quota)
                .filter(found -> !found.at("/status/hard").isMissingNode())
                .filter(found -> found.at("/status/hard").equals(found.at("/spec/hard")))
                .isPresent();
    }

    private void adjust(Workload workload, Instant now) {
        List<ObjectNode> pods =
                api.list(ResourceType.POD, workload.place().name()).stream()
                        .filter(pod -> isOf(workload, pod))
                        .toList();
        pods.stream().filter(pod -> isDone(pod, now)).forEach(this::stop);
        List<ObjectNode> serving = pods.stream().filter(pod -> !isTask(pod)).toList();
        int missing = workload.pods(now) - serving.size();
        if (missing < 0) {
            stop(serving.get(chance.nextInt(serving.size())));
        }
        for (int i = 0; i < Math.min(missing, PODS_PER_TURN); i++) {
            start(workload, now, false);
        }
    }

    private static boolean isOf(Workload workload, JsonNode pod) {
        return pod.path("metadata")
                .path("labels")
                .path(SYSTEM_LABEL)
                .asText()
                .equals(workload.system().id());
    }

    private static boolean isTask(JsonNode pod) {
        return pod.path("metadata").path("labels").has(TASK_LABEL);
    }

    /** A task takes between half a minute and two. */
    private boolean isDone(JsonNode pod, Instant now) {
        Instant created = Instant.parse(pod.at("/metadata/creationTimestamp").asText());
        return isTask(pod) && created.plusSeconds(30 + chance.nextInt(90)).isBefore(now);
    }

    private void stop(ObjectNode pod) {
        JsonNode metadata = pod.path("metadata");
        ObjectKey key =
                new ObjectKey(
                        ResourceType.POD,
                        metadata.path("namespace").asText(),
                        metadata.path("name").asText());
        if (api.find(key).isPresent()) {
            api.delete(key, JsonNodeFactory.instance.objectNode());
        }
    }

    private void start(Workload workload, Instant now, boolean task) {
        Instant earliest = refusedUntil.getOrDefault(workload, Instant.MIN);
        if (now.isBefore(earliest)) {
            return;
        }
        String namespace = workload.place().name();
        try {
            api.create(ResourceType.POD, namespace, SimulatedPod.of(workload, task));
        } catch (ApiFault refusal) {
            refusedUntil.put(workload, now.plus(RETRY));
            Optional<ObjectNode> event = FailedCreate.of(workload, refusal, now);
            event.ifPresent(found -> report(namespace, found));
        }
    }

    /** The same refusal again is counted on the event there is, as a real controller does. */
    private void report(String namespace, ObjectNode event) {
        ObjectKey key =
                new ObjectKey(ResourceType.EVENT, namespace, event.at("/metadata/name").asText());
        if (api.find(key).isEmpty()) {
            api.create(ResourceType.EVENT, namespace, event);
            return;
        }
        api.change(
                key,
                "",
                before -> {
                    ObjectNode again = before.deepCopy();
                    again.put("count", before.path("count").asInt() + 1);
                    again.set("message", event.path("message"));
                    again.set("lastTimestamp", event.path("lastTimestamp"));
                    return again;
                });
    }
}
