package io.jiyun.console.cluster;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;
import java.util.Collection;
import java.util.Optional;

/**
 * The hub cluster. Reading never waits and never fails: it answers from what was seen last, which
 * is nothing as long as the hub has not answered since the console started.
 */
public interface Cluster {
    Collection<BureauQuota> quotas();

    Optional<BureauQuota> quota(String name);

    Collection<MemberCloud> clouds();

    ClusterHealth health();

    /** Whether {@link #quotas} holds everything the hub has. */
    boolean isComplete();

    /** Makes the spec of the resource what it says here; repeating it changes nothing. */
    Applied apply(BureauQuota desired);

    /** How an attempt to apply ended. */
    sealed interface Applied {
        /** The API server holds the spec, as this generation. */
        record Accepted(long generation) implements Applied {}

        /** The API server will never take this spec. */
        record Refused(String sentence) implements Applied {}

        /** Nothing is known to have happened; try again later. */
        record Away(String sentence) implements Applied {}
    }
}
