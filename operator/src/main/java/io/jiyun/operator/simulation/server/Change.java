package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** One committed write. Neither node may be altered: the store shares them with every reader. */
public record Change(
        long revision, ObjectKey key, @Nullable ObjectNode before, @Nullable ObjectNode after) {}
