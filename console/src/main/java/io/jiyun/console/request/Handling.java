package io.jiyun.console.request;

import org.jspecify.annotations.Nullable;

/**
 * How a step is asked for.
 *
 * @param expectedVersion version the person saw; null to act on whatever is there
 * @param idempotencyKey the same key with the same content is done once; null to do without
 */
public record Handling(@Nullable Long expectedVersion, @Nullable String idempotencyKey) {
    public static final Handling PLAIN = new Handling(null, null);
}
