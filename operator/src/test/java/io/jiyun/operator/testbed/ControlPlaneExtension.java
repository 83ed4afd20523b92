package io.jiyun.operator.testbed;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Hands test classes their {@link Testbed}. The shared control plane ends with the JVM's tests. */
final class ControlPlaneExtension implements ParameterResolver, AfterAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(ControlPlaneExtension.class);
    private static final String SHARED = "shared";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Testbed.class;
    }

    @Override
    public Testbed resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        OnControlPlane wish = Objects.requireNonNull(test.getAnnotation(OnControlPlane.class));
        Store store = context.getRoot().getStore(NAMESPACE);
        RunningPlane plane =
                wish.own() || wish.audited() || wish.simulated()
                        ? store.computeIfAbsent(test, _ -> start(wish, test), RunningPlane.class)
                        : store.computeIfAbsent(SHARED, _ -> start(wish, test), RunningPlane.class);
        return store.computeIfAbsent(
                "testbed of " + test.getName(),
                _ -> new Testbed(plane, test.getSimpleName()),
                Testbed.class);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        Object own = store.remove(context.getRequiredTestClass());
        if (own instanceof RunningPlane plane) {
            plane.close();
        }
    }

    private static RunningPlane start(OnControlPlane wish, Class<?> test) {
        if (wish.simulated()) {
            return new RunningPlane(SimulatedCluster.start());
        }
        ControlPlane plane;
        try {
            plane =
                    wish.audited()
                            ? ControlPlane.start(Testbed.auditStreamOf(test.getSimpleName()))
                            : ControlPlane.start(Map.of());
        } catch (UncheckedIOException missing) {
            if (System.getenv("JIYUN_REQUIRE") != null) {
                throw missing;
            }
            throw new TestAbortedException(
                    "no control plane can be started here: " + missing.getMessage(), missing);
        }
        return new RunningPlane(plane);
    }
}
