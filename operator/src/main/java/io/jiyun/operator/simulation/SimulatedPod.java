package io.jiyun.operator.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A pod as a business system's controller would create it. */
final class SimulatedPod {
    private SimulatedPod() {}

    static ObjectNode of(Workload workload, boolean task) {
        String system = workload.system().id();
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = pod.putObject("metadata");
        metadata.put("generateName", system + (task ? "-task-" : "-"));
        ObjectNode labels = metadata.putObject("labels");
        labels.put(TenantLife.SYSTEM_LABEL, system);
        if (task) {
            labels.put(TenantLife.TASK_LABEL, "true");
        }
        ObjectNode container = pod.putObject("spec").putArray("containers").addObject();
        container.put("name", "main").put("image", "registry.invalid/" + system + ":simulated");
        ObjectNode resources = container.putObject("resources");
        for (String bound : new String[] {"requests", "limits"}) {
            resources
                    .putObject(bound)
                    .put("cpu", workload.system().cpu())
                    .put("memory", workload.system().memory());
        }
        return pod;
    }
}
