package io.jiyun.operator.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jiyun.operator.simulation.server.ApiFault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The event that a ReplicaSet leaves behind when its pod is refused. */
final class FailedCreate {
    private static final int FORBIDDEN = 403;

    private FailedCreate() {}

    /** Empty when the pod was refused for a reason that leaves no event. */
    static Optional<ObjectNode> of(Workload workload, ApiFault refusal, Instant now) {
        if (refusal.code() != FORBIDDEN) {
            return Optional.empty();
        }
        String moment = now.truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.putObject("metadata").put("name", workload.system().id() + ".failed-create");
        event.putObject("involvedObject")
                .put("apiVersion", "apps/v1")
                .put("kind", "ReplicaSet")
                .put("namespace", workload.place().name())
                .put("name", workload.system().id());
        event.put("type", "Warning")
                .put("reason", "FailedCreate")
                .put("message", "Error creating: " + refusal.getMessage())
                .put("count", 1)
                .put("firstTimestamp", moment)
                .put("lastTimestamp", moment);
        event.putObject("source").put("component", "replicaset-controller");
        return Optional.of(event);
    }
}
