package io.jiyun.operator.testbed;

import io.jiyun.operator.CustomResources;
import io.jiyun.operator.JiyunOperator;
import io.jiyun.operator.StartRefused;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A control plane with Jiyun's definitions and rights installed, and at most one operator on it.
 */
final class RunningPlane implements AutoCloseable {
    private final ControlPlane plane;
    private @Nullable JiyunOperator operator;

    RunningPlane(ControlPlane plane) {
        this.plane = plane;
        try {
            CustomResources.ensure(plane.admin());
        } catch (StartRefused impossible) {
            throw new IllegalStateException(impossible);
        }
        ChartRights.apply(plane.admin());
    }

    ControlPlane plane() {
        return plane;
    }

    /** Starts the operator, as user jiyun-operator, unless it runs already. */
    synchronized void startOperator() {
        if (operator == null) {
            JiyunOperator started =
                    new JiyunOperator(
                            plane.operatorConfig(),
                            Optional.empty(),
                            new PrometheusRegistry(),
                            Clock.systemUTC());
            try {
                started.start();
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
        plane.close();
    }
}
