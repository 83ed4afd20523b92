package io.jiyun.operator;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.jiyun.operator.audit.AuditEndpoint;
import io.jiyun.operator.audit.AuditReceiver;
import io.jiyun.operator.audit.AuditServer;
import io.jiyun.operator.bureauquota.BureauQuotaSources;
import io.jiyun.operator.bureauquota.BureauQuotas;
import io.jiyun.operator.cloud.ApiCalls;
import io.jiyun.operator.cloud.ClientFactory;
import io.jiyun.operator.cloud.CloudListener;
import io.jiyun.operator.cloud.Clouds;
import io.jiyun.operator.cloud.MemberClouds;
import io.jiyun.operator.cloud.RefusedRequest;
import io.jiyun.operator.cloud.Whose;
import io.jiyun.operator.membercloud.MemberCloudReconciler;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The whole operator for one hub: every part, wired by constructors. */
public final class JiyunOperator implements AutoCloseable {
    private static final String LEASE = "jiyun-operator";

    private final KubernetesClient hub;
    private final Clouds clouds;
    private final MemberClouds memberClouds;
    private final BureauQuotaSources sources;
    private final BureauQuotas bureauQuotas;
    private final MemberCloudReconciler memberCloudReconciler;
    private final Operator framework;
    private final ExecutorService reconciling = Executors.newVirtualThreadPerTaskExecutor();
    private final Events events = new Events();
    private final PrometheusRegistry registry;
    private final Clock clock;
    private final boolean isAlone;
    private @Nullable AuditServer auditServer;
    private volatile boolean started;

    public JiyunOperator(
            Config hubConfig,
            Optional<LeaderElection> leaderElection,
            PrometheusRegistry registry,
            Clock clock) {
        this.registry = registry;
        this.clock = clock;
        isAlone = leaderElection.isEmpty();
        ClientFactory clients = new ClientFactory(new ApiCalls(registry));
        hub = clients.connect("hub", hubConfig);
        clouds = new Clouds(hub, clients, events);
        memberClouds = new MemberClouds(hub, clouds, events);
        sources = new BureauQuotaSources(this::touchCloud, memberClouds::isDeclared);
        bureauQuotas = new BureauQuotas(hub, clouds, memberClouds::all, sources, registry, clock);
        memberCloudReconciler =
                new MemberCloudReconciler(clouds, memberClouds::connect, sources::all, clock);
        ReconcileMetrics timings = new ReconcileMetrics(registry);
        framework = new Operator(overrider -> configure(overrider, leaderElection, timings));
    }

    private void configure(
            ConfigurationServiceOverrider configuration,
            Optional<LeaderElection> leaderElection,
            ReconcileMetrics timings) {
        configuration
                .withKubernetesClient(hub)
                .withCloseClientOnStop(false)
                .withResourceCloner(new SharingCloner(hub))
                .checkingCRDAndValidateLocalModel(false)
                .withUseSSAToPatchPrimaryResource(false)
                .withExecutorService(reconciling)
                .withReconciliationTerminationTimeout(Duration.ofSeconds(5))
                .withMetrics(timings);
        // The lease saves work when two operators run. Safety never rests on it: every write is a
        // compare-and-swap, so a leader that does not know yet that it is none can do no harm.
        leaderElection.ifPresent(election ->
                configuration.withLeaderElectionConfiguration(
                        LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(LEASE)
                                .withLeaseNamespace(election.namespace())
                                .withLeaseDuration(election.lease())
                                .withRenewDeadline(election.renewDeadline())
                                .withRetryPeriod(election.retryPeriod())
                                .build()));
    }

    /** Starts working; returns once all declared resources were read. */
    public void start() throws StartRefused {
        CustomResources.ensure(hub);
        framework.register(
                bureauQuotas.reconciler(), overrider -> overrider.withRetry(patientRetry()));
        framework.register(memberCloudReconciler, overrider -> overrider.withRetry(patientRetry()));
        memberClouds.start();
        framework.start();
        started = true;
        // Once more what the clouds said before the framework could hear it.
        memberClouds.all().forEach(cloud -> events.cloudChanged(cloud.getMetadata().getName()));
    }

    /** Receives audit streams from now on; answers the port. */
    public int listenForAudit(AuditEndpoint endpoint) throws StartRefused {
        AuditServer server = AuditServer.start(endpoint, new Streams(), registry, clock);
        auditServer = server;
        return server.port();
    }

    /** Why the operator does not work yet; empty when it does. */
    public Optional<String> unready() {
        return started ? Optional.empty() : Optional.of("starting: resources are being read");
    }

    /** Why the operator should be started anew; empty when it should not. */
    public Optional<String> unhealthy() {
        if (!started) {
            return Optional.empty();
        }
        if (!memberClouds.isRunning()) {
            return Optional.of("the informer of member clouds has stopped");
        }
        return bureauQuotas.isBlind()
                ? Optional.of("the watch of bureau quotas shows nothing any more")
                : Optional.empty();
    }

    /** Never gives up: what fails today may work once a cloud has been mended. */
    private static GenericRetry patientRetry() {
        return new GenericRetry()
                .withoutMaxAttempts()
                .setInitialInterval(200)
                .setIntervalMultiplier(1.5)
                .setMaxInterval(10_000);
    }

    private void touchCloud(String cloud) {
        memberCloudReconciler.touch(cloud);
    }

    @Override
    public void close() {
        if (auditServer != null) {
            auditServer.close();
        }
        if (started) {
            framework.stop();
        }
        memberClouds.close();
        clouds.close();
        bureauQuotas.close();
        sources.close();
        reconciling.shutdownNow();
        hub.close();
    }

    /** Passes on what the clouds say, as soon as the receivers work. */
    private final class Events implements CloudListener {
        @Override
        public void bureauChanged(String bureauQuota) {
            if (started) {
                sources.bureauChanged(bureauQuota);
            }
        }

        @Override
        public void cloudChanged(String cloud) {
            if (started) {
                touchCloud(cloud);
                sources.cloudChanged(cloud);
            }
        }

        @Override
        public void refusedWithoutTrace(String cloud, Whose whose) {
            if (started) {
                bureauQuotas.refusedWithoutTrace(cloud, whose);
            }
        }
    }

    /** Passes on what the audit streams of clouds tell. */
    private final class Streams implements AuditReceiver {
        @Override
        public Optional<String> problem(String cloud, String token) {
            return clouds.auditProblem(cloud, token);
        }

        @Override
        public boolean isWorking() {
            return started && (isAlone || bureauQuotas.isLeading());
        }

        @Override
        public int take(String cloud, List<RefusedRequest> refused) {
            return clouds.find(cloud).map(found -> found.audited(refused)).orElse(0);
        }
    }
}
