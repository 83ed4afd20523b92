package io.jiyun.operator.testbed;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.jiyun.api.v1alpha1.MemberCloud;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What stands on a hub when a test has waited in vain, and what the operator is doing. */
final class StandsThere {

    /** Says what was found instead of what was awaited. */
    static <T extends HasMetadata> String report(KubernetesClient hub, Resource<T> awaited) {
        var serialization = hub.getKubernetesSerialization();
        T found = awaited.get();
        StringBuilder text = new StringBuilder("awaited in vain; what stands there:\n");
        text.append(found == null ? "nothing" : serialization.asYaml(found)).append('\n');
        hub.resources(MemberCloud.class)
                .list()
                .getItems()
                .forEach(cloud -> text.append(serialization.asYaml(cloud)).append('\n'));
        hub.namespaces().list().getItems().stream()
                .filter(namespace -> namespace.getMetadata().getDeletionTimestamp() != null)
                .forEach(namespace -> text.append(serialization.asYaml(namespace)).append('\n'));
        return text.append("threads: ").append(threads()).toString();
    }

    /** Where the stacks of all threads have been written, virtual ones too. */
    private static String threads() {
        try {
            Path file = Files.createTempDirectory("jiyun-threads-").resolve("threads.txt");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
            return file.toString();
        } catch (IOException impossible) {
            return impossible.toString();
        }
    }

    private StandsThere() {}
}
