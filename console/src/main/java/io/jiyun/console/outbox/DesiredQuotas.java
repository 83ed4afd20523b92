package io.jiyun.console.outbox;

import io.jiyun.api.v1alpha1.BureauQuota;
import java.util.Optional;

/** What the outbox needs from the keeper of the quotas. */
public interface DesiredQuotas {
    /** The newest decided version of a quota. */
    record Desired(BureauQuota resource, long version) {}

    /** Empty when nothing is to be applied, for example because the quota is gone. */
    Optional<Desired> desired(String quota);

    /** The API server holds the version now, as this generation. */
    void accepted(String quota, long version, long generation);

    /** The API server will never take the version. */
    void refused(String quota, long version, String sentence);
}
