package io.jiyun.operator.guarantee;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.jiyun.operator.testbed.ChartRights;
import io.jiyun.operator.testbed.ControlPlane;
import io.jiyun.operator.testbed.OperatorProcess;
import io.jiyun.operator.testbed.Relay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Two operators as a Deployment runs them: one leads, one waits, and whichever dies is started
 * again. Each reaches the hub through a relay of its own.
 */
final class Fleet implements AutoCloseable {
    private static final String LEASE_SECONDS = "5";
    private static final long PATIENCE_SECONDS = 60;

    private record Seat(Relay relay, OperatorProcess operator) {}

    private final ControlPlane hub;
    private final Tally tally;
    private final Map<String, Seat> seats = new HashMap<>();
    private final Set<String> leftDead = new HashSet<>();
    private boolean closed;

    Fleet(ControlPlane hub, Tally tally) {
        this.hub = hub;
        this.tally = tally;
        start("operator-0", new Relay(hub.port()));
        start("operator-1", new Relay(hub.port()));
    }

    private synchronized void start(String name, Relay relay) {
        if (closed || leftDead.contains(name)) {
            return;
        }
        OperatorProcess operator =
                OperatorProcess.start(
                        hub.operatorKubeconfigFileAt(relay.port()),
                        name,
                        "--leader-election",
                        ChartRights.RELEASE_NAMESPACE,
                        "--lease-seconds",
                        LEASE_SECONDS);
        seats.put(name, new Seat(relay, operator));
        tally.count("operators started");
        // On a thread of its own: whoever kills an operator may hold what starting one needs.
        var _ = operator.ended().thenRunAsync(() -> start(name, relay), Thread::startVirtualThread);
    }

    /** Kills an operator whose machine is lost, too. */
    void killForGood(String name) {
        synchronized (this) {
            leftDead.add(name);
        }
        operator(name).kill();
    }

    /** The name of the operator that leads, as the lease says. */
    String leader() {
        return Objects.requireNonNull(holder(awaitLease("")));
    }

    /** Waits until another than this one leads. */
    String successorOf(String leader) {
        return Objects.requireNonNull(holder(awaitLease(leader)));
    }

    private Lease awaitLease(String notHeldBy) {
        return lease().waitUntilCondition(
                        lease -> {
                            String holder = holder(lease);
                            return holder != null && !holder.isEmpty() && !holder.equals(notHeldBy);
                        },
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
    }

    private static @Nullable String holder(@Nullable Lease lease) {
        return lease == null || lease.getSpec() == null
                ? null
                : lease.getSpec().getHolderIdentity();
    }

    private Resource<Lease> lease() {
        return hub.admin()
                .leases()
                .inNamespace(ChartRights.RELEASE_NAMESPACE)
                .withName("jiyun-operator");
    }

    synchronized OperatorProcess operator(String name) {
        return Objects.requireNonNull(seats.get(name)).operator();
    }

    synchronized Relay relay(String name) {
        return Objects.requireNonNull(seats.get(name)).relay();
    }

    @Override
    public synchronized void close() {
        closed = true;
        seats.values()
                .forEach(seat -> {
                    seat.operator().kill();
                    seat.relay().close();
                });
    }
}
