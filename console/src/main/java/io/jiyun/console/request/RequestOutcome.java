package io.jiyun.console.request;

import io.jiyun.api.v1alpha1.SpecViolation;
import java.util.List;

/** How a step ended. */
public sealed interface RequestOutcome {
    /** Done; where the request stands now. */
    record Done(String number, long version, RequestState state) implements RequestOutcome {}

    /** Nothing changed; everything that is wrong. */
    record Refused(List<SpecViolation> violations) implements RequestOutcome {}

    /** Nothing changed; somebody else did something in between. */
    record Stale(long currentVersion) implements RequestOutcome {}
}
