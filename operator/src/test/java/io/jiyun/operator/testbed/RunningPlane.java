package io.jiyun.operator.testbed;

import io.jiyun.operator.CustomResources;
import io.jiyun.operator.JiyunOperator;
import io.jiyun.operator.StartRefused;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cluster with Jiyun's definitions and rights installed, and at most one operator on it. */
final class RunningPlane implements AutoCloseable {
    private final Cluster cluster;
    private @Nullable JiyunOperator operator;

    RunningPlane(Cluster cluster) {
        this.cluster = cluster;
        try {
            CustomResources.ensure(cluster.admin());
        } catch (StartRefused impossible) {
            throw new IllegalStateException(impossible);
        }
        ChartRights.apply(cluster.admin());
    }

    Cluster cluster() {
        return cluster;
    }

    /** Starts the operator, as user jiyun-operator, unless it runs already. */
    synchronized void startOperator() {
        if (operator == null) {
            JiyunOperator started =
                    new JiyunOperator(
                            cluster.operatorConfig(),
                            Optional.empty(),
                            new PrometheusRegistry(),
                            Clock.systemUTC());
            try {
                started.start();
                if (cluster instanceof ControlPlane plane && plane.audit().isPresent()) {
                    started.listenForAudit(plane.audit().get());
                }
            } catch (StartRefused refusal) {
                throw new IllegalStateException(refusal);
            }
            operator = started;
        }
    }

    synchronized void stopOperator() {
        if (operator != null) {
            operator.close();
            operator = null;
        }
    }

    @Override
    public void close() {
        stopOperator();
        cluster.close();
    }
}
