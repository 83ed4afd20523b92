package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A rule that every write passes, with the store's monitor held. */
@FunctionalInterface
interface Admission {
    /**
     * May complete {@code after} or refuse it with an {@link ApiFault}.
     *
     * @param before null when the object is being created
     */
    void admit(ObjectKey key, @Nullable ObjectNode before, ObjectNode after);
}
