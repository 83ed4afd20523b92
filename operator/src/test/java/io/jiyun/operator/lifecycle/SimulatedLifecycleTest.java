package io.jiyun.operator.lifecycle;

import io.jiyun.operator.testbed.OnControlPlane;
import org.junit.jupiter.api.Nested;

/** The simulated cloud and a real API server agree: what is tested on one holds on the other. */
class SimulatedLifecycleTest {
    @Nested
    @OnControlPlane(simulated = true)
    class BureauGetsQuota extends BureauGetsQuotaTest {}

    @Nested
    @OnControlPlane(simulated = true)
    class Drift extends DriftTest {}

    @Nested
    @OnControlPlane(simulated = true)
    class Deletion extends DeletionTest {}

    @Nested
    @OnControlPlane(simulated = true)
    class Grants extends GrantsTest {}

    @Nested
    @OnControlPlane(simulated = true)
    class Idle extends IdleTest {}
}
