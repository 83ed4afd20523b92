package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.PoolSpec;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connected clouds by name of their MemberCloud. */
public final class Clouds implements AutoCloseable {
    private record Connection(
            CloudConnection declared,
            Cloud cloud,
            Heartbeat heartbeat,
            UntracedRefusals untraced,
            AuditToken auditToken) {
        void close() {
            heartbeat.close();
            untraced.close();
            cloud.stop();
        }
    }

    private final KubernetesClient hub;
    private final ClientFactory clients;
    private final CloudListener listener;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final Map<String, Reachability.Misconfigured> refused = new ConcurrentHashMap<>();
    private @Nullable String identity;
    private boolean closed;

    public Clouds(KubernetesClient hub, ClientFactory clients, CloudListener listener) {
        this.hub = hub;
        this.clients = clients;
        this.listener = listener;
    }

    /** A cloud that can be worked with now. */
    public Optional<Cloud> reachable(String name) {
        return find(name).filter(cloud -> cloud.reachability().isReachable());
    }

    public Optional<Cloud> find(String name) {
        return Optional.ofNullable(connections.get(name)).map(Connection::cloud);
    }

    public Reachability reachability(String name) {
        Reachability.Misconfigured problem = refused.get(name);
        if (problem != null) {
            return problem;
        }
        return find(name).map(Cloud::reachability).orElseGet(Reachability.Untried::new);
    }

    public Protection.Outcome protection(String name) {
        return find(name).map(Cloud::protection).orElseGet(Protection.Outcome.Unknown::new);
    }

    public QuotaPulse.Outcome quotaController(String name) {
        return find(name).map(Cloud::quotaController).orElseGet(QuotaPulse.Outcome.Unknown::new);
    }

    public StreamState auditStream(String name) {
        return find(name).map(Cloud::auditStream).orElse(StreamState.ABSENT);
    }

    /** Whether the cloud has neither answered nor been found not to answer yet. */
    public boolean isBeingConnected(String name) {
        return reachability(name) instanceof Reachability.Untried;
    }

    /** A call to the cloud failed: find out now whether it still answers. */
    public void suspect(String name) {
        Connection connection = connections.get(name);
        if (connection != null) {
            connection.heartbeat().askNow();
        }
    }

    /** Why an audit stream is not taken for that cloud's; empty where the token proves it. */
    public Optional<String> auditProblem(String name, String token) {
        Connection connection = connections.get(name);
        return connection == null
                ? Optional.of("no cloud of that name is connected")
                : connection.auditToken().problem(token).map(problem -> name + ": " + problem);
    }

    /**
     * Connects a cloud as it is declared now, or drops it where it is not any more. Whoever asks
     * may have been told late: what was declared once is no reason to connect.
     *
     * @param declared the declaration that stands; null where there is none
     */
    synchronized void follow(String name, Supplier<@Nullable MemberCloud> declared) {
        MemberCloud standing = declared.get();
        if (standing == null) {
            forget(name);
        } else if (!closed) {
            declare(standing);
        }
    }

    /** A cloud that is connected that way already is left alone. */
    private void declare(MemberCloud memberCloud) {
        String name = memberCloud.getMetadata().getName();
        CloudConnection declared = memberCloud.getSpec().connection();
        Connection current = connections.get(name);
        if (current == null || !current.declared().equals(declared)) {
            forget(name);
            try {
                connect(name, declared);
            } catch (ConnectionRefused problem) {
                refused.put(name, new Reachability.Misconfigured(problem.why()));
            }
        }
        boolean discovers =
                memberCloud.getSpec().pools().stream()
                        .map(PoolSpec::capacity)
                        .anyMatch(it -> it == null);
        if (discovers) {
            find(name).ifPresent(cloud -> cloud.watchNodes(listener));
        }
    }

    /** Drops a connection whose watches are dead and makes it anew. */
    synchronized void reconnect(String name, Cloud dead) {
        Connection current = connections.get(name);
        if (current == null || current.cloud() != dead) {
            return; // it was declared otherwise, or withdrawn, meanwhile
        }
        forget(name);
        try {
            connect(name, current.declared());
        } catch (ConnectionRefused problem) {
            refused.put(name, new Reachability.Misconfigured(problem.why()));
        }
        listener.cloudChanged(name);
    }

    private void forget(String name) {
        refused.remove(name);
        Connection gone = connections.remove(name);
        if (gone != null) {
            gone.close();
            if (gone.declared().inCluster() == null) {
                gone.cloud().client().close();
            }
        }
    }

    private void connect(String name, CloudConnection declared) throws ConnectionRefused {
        Cloud cloud = new Cloud(name, client(name, declared), listener);
        if (identity == null) {
            identity = Claim.identity(hub);
        }
        Claim claim =
                new Claim(
                        identity,
                        name,
                        other -> hub.resources(MemberCloud.class).withName(other).get() != null);
        // Not from its own thread, which ends with the connection.
        Runnable reconnect = () -> Thread.ofVirtual().start(() -> reconnect(name, cloud));
        Heartbeat heartbeat = new Heartbeat(cloud, claim, listener, reconnect);
        UntracedRefusals untraced = new UntracedRefusals(cloud, listener);
        connections.put(
                name,
                new Connection(
                        declared, cloud, heartbeat, untraced, new AuditToken(hub, declared)));
        var _ = cloud.start().thenRun(heartbeat::askNow);
        heartbeat.start();
        untraced.start();
    }

    private KubernetesClient client(String name, CloudConnection declared)
            throws ConnectionRefused {
        if (declared.inCluster() != null) {
            return hub;
        }
        if (declared.kubeconfigSecretRef() != null) {
            Config config = Kubeconfigs.read(hub, declared.kubeconfigSecretRef());
            return clients.connect(name, config);
        }
        return clients.connect(name, new Inventory(hub).read(declared));
    }

    @Override
    public synchronized void close() {
        closed = true;
        connections.keySet().forEach(this::forget);
    }
}
