package io.jiyun.operator.testbed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of the class run against a real API server. They take a {@link Testbed} as parameter: a
 * part of a control plane shared by the JVM, or a control plane of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("cluster")
@ExtendWith(ControlPlaneExtension.class)
public @interface OnControlPlane {
    /** Whether the tests break things that others rely on, and so need a control plane alone. */
    boolean own() default false;

    /** Whether the simulated cloud takes the control plane's place: the tests must hold on both. */
    boolean simulated() default false;

    /** Whether the API server sends its audit stream to the operator; needs one of its own. */
    boolean audited() default false;
}
