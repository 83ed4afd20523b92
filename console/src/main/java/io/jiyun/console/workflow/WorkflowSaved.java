package io.jiyun.console.workflow;

import io.jiyun.api.v1alpha1.SpecViolation;
import java.util.List;

/** How saving a workflow ended. */
public sealed interface WorkflowSaved {
    /** New requests follow this version from now on. */
    record Saved(int version) implements WorkflowSaved {}

    /** Nothing was saved; everything that is wrong. */
    record Refused(List<SpecViolation> violations) implements WorkflowSaved {}

    /** Nothing was saved; somebody else saved a version in between. */
    record Stale(int currentVersion) implements WorkflowSaved {}
}
