package io.jiyun.console.quota;

import io.jiyun.api.v1alpha1.SpecViolation;
import java.util.List;

/** How a submission ended. */
public sealed interface Decision {
    /**
     * Decided and on its way to the cluster.
     *
     * @param changeId number to quote, for example {@code ADJ-2026-000001}
     */
    record Accepted(String changeId, long version) implements Decision {}

    /** Nothing changed; everything that is wrong. */
    record Refused(List<SpecViolation> violations) implements Decision {}

    /** Nothing changed; someone else changed the quota in between. */
    record Stale(long currentVersion) implements Decision {}
}
