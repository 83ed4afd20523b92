package io.jiyun.operator.refusal;

import io.jiyun.operator.testbed.OnControlPlane;
import org.junit.jupiter.api.Nested;

/** The simulated cloud and a real API server agree: what is refused by one is by the other. */
class SimulatedRefusalTest {
    @Nested
    @OnControlPlane(simulated = true)
    class OperatorRefuses extends OperatorRefusesTest {}

    @Nested
    @OnControlPlane(simulated = true)
    class SchemaRefuses extends SchemaRefusesTest {}
}
