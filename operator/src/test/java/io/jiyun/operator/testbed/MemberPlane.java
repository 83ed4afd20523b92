package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;

/** A second control plane that a hub has as a member cloud, reached through a relay. */
public final class MemberPlane implements AutoCloseable {
    private final ControlPlane plane;
    private final Relay relay;

    private MemberPlane(ControlPlane plane) {
        this.plane = plane;
        relay = new Relay(plane.port());
    }

    public static MemberPlane start() {
        ControlPlane plane = ControlPlane.start(Map.of());
        ChartRights.apply(plane.admin());
        return new MemberPlane(plane);
    }

    /** Declares it on the hub under the name given. */
    public void joinAs(String plain, Testbed hub) {
        hub.connectBySecret(plain, plane.operatorKubeconfigAt(relay.port()));
    }

    public ControlPlane plane() {
        return plane;
    }

    public KubernetesClient admin() {
        return plane.admin();
    }

    /** The only way by which the hub's operator reaches it. */
    public Relay relay() {
        return relay;
    }

    @Override
    public void close() {
        relay.close();
        plane.close();
    }
}
