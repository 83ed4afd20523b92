package io.jiyun.operator.simulation.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    @TempDir Path folder;

    private static ObjectNode namespace(String name) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("apiVersion", "v1").put("kind", "Namespace");
        manifest.putObject("metadata").put("name", name);
        return manifest;
    }

    @Test
    void aClusterGoesOnWhereItStopped() throws IOException {
        Path file = folder.resolve("cloud.json");
        ObjectNode before;
        try (SimulatedApiServer first = SimulatedApiServer.start(0, Clock.systemUTC())) {
            before = first.create(namespace("team"));
            first.stateFile(file).write();
        }

        try (SimulatedApiServer second = SimulatedApiServer.start(0, Clock.systemUTC())) {
            assertThat(second.stateFile(file).read()).isTrue();
            ObjectKey key = new ObjectKey(ResourceType.NAMESPACE, "", "team");
            assertThat(second.api().get(key)).isEqualTo(before);
            ObjectNode later = second.create(namespace("later"));
            assertThat(Long.parseLong(Metadata.version(later)))
                    .as("versions only grow, across restarts too")
                    .isGreaterThan(Long.parseLong(Metadata.version(before)));
        }
    }

    @Test
    void nothingIsWrittenWhenNothingChanged() throws IOException {
        Path file = folder.resolve("cloud.json");
        try (SimulatedApiServer server = SimulatedApiServer.start(0, Clock.systemUTC())) {
            StateFile state = server.stateFile(file);
            server.create(namespace("team"));
            state.write();
            Files.delete(file);
            state.write();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void withoutAFileThereIsNothingToGoOnWith() throws IOException {
        try (SimulatedApiServer server = SimulatedApiServer.start(0, Clock.systemUTC())) {
            assertThat(server.stateFile(folder.resolve("none.json")).read()).isFalse();
        }
    }
}
