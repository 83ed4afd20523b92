package io.jiyun.operator.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.jiyun.operator.simulation.server.SimulatedApiServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/**
 * One simulated cloud: an API server with Jiyun's custom kinds and the usual first namespaces.
 * Tests of the operator start one where they would start the real control plane.
 */
public final class SimulatedCloud implements AutoCloseable {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> DEFINITIONS =
            List.of("memberclouds.yaml", "bureauquotas.yaml", "quotaledgers.yaml");
    private static final List<String> NAMESPACES =
            List.of("default", "kube-system", "jiyun-system");

    private final String name;
    private final SimulatedApiServer server;

    private SimulatedCloud(String name, SimulatedApiServer server) {
        this.name = name;
        this.server = server;
    }

    /**
     * Starts a cloud with nothing of Jiyun's in it but the definitions.
     *
     * @param port the port on loopback; 0 takes a free one
     */
    public static SimulatedCloud start(int port) {
        SimulatedCloud cloud = empty("simulated", port, Clock.systemUTC());
        cloud.furnish();
        return cloud;
    }

    static SimulatedCloud empty(String name, int port, Clock clock) {
        return new SimulatedCloud(name, SimulatedApiServer.start(port, clock));
    }

    void furnish() {
        for (String namespace : NAMESPACES) {
            ObjectNode manifest = YAML.createObjectNode();
            manifest.put("apiVersion", "v1").put("kind", "Namespace");
            manifest.putObject("metadata").put("name", namespace);
            server.create(manifest);
        }
        DEFINITIONS.forEach(file -> server.create(definition(file)));
    }

    private static ObjectNode definition(String file) {
        String path = "/META-INF/jiyun/crds/" + file;
        try (InputStream in = SimulatedCloud.class.getResourceAsStream(path)) {
            JsonNode definition = YAML.readTree(Objects.requireNonNull(in, path));
            return (ObjectNode) definition;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    public String name() {
        return name;
    }

    public String kubeconfig() {
        return server.kubeconfig(name);
    }

    public SimulatedApiServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
