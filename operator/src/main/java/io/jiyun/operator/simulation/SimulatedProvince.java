package io.jiyun.operator.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.CloudConnection.KubeconfigSecret;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.operator.simulation.server.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole simulation: the clouds of the seed, the tenants in them, their usage history, and the
 * files by which operator and console find them. The first cloud of the seed is the hub.
 */
public final class SimulatedProvince implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedProvince.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TURN_MILLIS = 1500;
    private static final int SAVE_MILLIS = 2000;

    private final ProvinceSeed seed;
    private final Path folder;
    private final Map<String, SimulatedCloud> clouds = new LinkedHashMap<>();
    private final List<StateFile> states = new ArrayList<>();
    private final PrometheusApi prometheus;
    private final ScheduledExecutorService life =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("simulated-tenants").factory());

    private SimulatedProvince(ProvinceSeed seed, Path folder, Clock clock) throws IOException {
        this.seed = seed;
        this.folder = Files.createDirectories(folder);
        for (ProvinceSeed.Cloud described : seed.clouds()) {
            SimulatedCloud cloud = SimulatedCloud.empty(described.name(), 0, clock);
            clouds.put(described.name(), cloud);
            StateFile state = cloud.server().stateFile(folder.resolve(cloud.name() + ".json"));
            states.add(state);
            if (!state.read()) {
                cloud.furnish();
                if (cloud.equals(hub())) {
                    declare();
                }
            }
            cloud.server().startControllers();
        }
        seed.clouds().forEach(this::handOverKubeconfig);
        prometheus = PrometheusApi.start(new UsageHistory(seed, clock), clock, 0);
        write("kubeconfig", hub().kubeconfig());
        write("prometheus.url", prometheus.url() + "\n");
        for (SimulatedCloud cloud : clouds.values()) {
            TenantLife tenants = tenantsOf(cloud, clock);
            every(TURN_MILLIS, tenants::turn);
        }
        every(SAVE_MILLIS, this::save);
    }

    /**
     * Starts the province; what an earlier run left in the folder goes on.
     *
     * @param data the folder of the demo; the simulation keeps to {@code simulation} in it
     * @param seedFile another province than the one built in
     */
    public static SimulatedProvince start(Path data, @Nullable Path seedFile) {
        ProvinceSeed seed = seedFile == null ? ProvinceSeed.builtIn() : ProvinceSeed.read(seedFile);
        try {
            return new SimulatedProvince(seed, data.resolve("simulation"), Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the simulation cannot use the folder " + data + ": " + e.getMessage(), e);
        }
    }

    /** The hub's kubeconfig, rewritten at every start. */
    public Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    public String prometheusUrl() {
        return prometheus.url();
    }

    SimulatedCloud cloud(String name) {
        SimulatedCloud cloud = clouds.get(name);
        if (cloud == null) {
            throw new IllegalArgumentException("the province has no cloud " + name);
        }
        return cloud;
    }

    private SimulatedCloud hub() {
        return clouds.values().iterator().next();
    }

    private void declare() {
        for (ProvinceSeed.Cloud described : seed.clouds()) {
            MemberCloud cloud = new MemberCloud();
            cloud.setMetadata(metadata(described.name()));
            cloud.setSpec(described.spec());
            create(cloud);
        }
        for (ProvinceSeed.Bureau bureau : seed.bureaus()) {
            BureauQuota quota = new BureauQuota();
            quota.setMetadata(metadata(bureau.name()));
            quota.setSpec(bureau.quota());
            create(quota);
        }
    }

    private static ObjectMeta metadata(String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .addToLabels(JiyunApi.SIMULATED_LABEL, "true")
                .build();
    }

    private void create(CustomResource<?, ?> resource) {
        ObjectNode manifest = JSON.valueToTree(resource);
        manifest.remove("status");
        hub().server().create(manifest);
    }

    /** Ports are new at every start, so the Secrets with the kubeconfigs are, too. */
    private void handOverKubeconfig(ProvinceSeed.Cloud described) {
        KubeconfigSecret reference = described.spec().connection().kubeconfigSecretRef();
        if (reference == null) {
            return;
        }
        String key = reference.key() == null ? "kubeconfig" : reference.key();
        String kubeconfig = cloud(described.name()).kubeconfig();
        ObjectNode secret = JSON.createObjectNode();
        secret.put("apiVersion", "v1").put("kind", "Secret").put("type", "Opaque");
        secret.putObject("metadata")
                .put("namespace", reference.namespace())
                .put("name", reference.name())
                .putObject("labels")
                .put(JiyunApi.SIMULATED_LABEL, "true");
        byte[] bytes = kubeconfig.getBytes(StandardCharsets.UTF_8);
        secret.putObject("data").put(key, Base64.getEncoder().encodeToString(bytes));
        hub().server().createOrReplace(secret);
    }

    private TenantLife tenantsOf(SimulatedCloud cloud, Clock clock) {
        List<Workload> workloads =
                seed.workloads()
                        .filter(workload -> workload.place().cloud().equals(cloud.name()))
                        .toList();
        return new TenantLife(
                cloud.server().api(), workloads, clock, new Random(seed.seed() + workloads.size()));
    }

    private void every(int millis, Runnable task) {
        var _ =
                life.scheduleWithFixedDelay(
                        () -> attempt(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** One failed turn must not end the life of everybody. */
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("A turn of the simulation failed; the next one follows", e);
        }
    }

    private void save() {
        for (StateFile state : states) {
            try {
                state.write();
            } catch (IOException e) {
                throw new UncheckedIOException("the simulation cannot be saved", e);
            }
        }
    }

    private void write(String file, String content) throws IOException {
        Path fresh = folder.resolve(file + ".new");
        Files.writeString(fresh, content);
        Files.move(
                fresh,
                folder.resolve(file),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        life.shutdownNow();
        prometheus.close();
        clouds.values().forEach(SimulatedCloud::close);
        save();
    }
}
