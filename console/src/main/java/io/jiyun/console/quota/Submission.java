package io.jiyun.console.quota;

import org.jspecify.annotations.Nullable;

/**
 * How a change is submitted.
 *
 * @param reason why, in the words of the person; required
 * @param expectedVersion version the person saw; null to change whatever is there
 * @param idempotencyKey the same key with the same content is done once; null to do without
 * @param asked the content as the caller wrote it, where the draft was derived from it; null where
 *     the draft is the content
 */
public record Submission(
        String reason,
        @Nullable Long expectedVersion,
        @Nullable String idempotencyKey,
        @Nullable String asked) {
    public Submission(
            String reason, @Nullable Long expectedVersion, @Nullable String idempotencyKey) {
        this(reason, expectedVersion, idempotencyKey, null);
    }
}
