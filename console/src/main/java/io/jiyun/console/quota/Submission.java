package io.jiyun.console.quota;

import org.jspecify.annotations.Nullable;

/**
 * How a change is submitted.
 *
 * @param reason why, in the words of the person; required
 * @param expectedVersion version the person saw; null to change whatever is there
 * @param idempotencyKey the same key with the same content is done once; null to do without
 */
public record Submission(
        String reason, @Nullable Long expectedVersion, @Nullable String idempotencyKey) {}
