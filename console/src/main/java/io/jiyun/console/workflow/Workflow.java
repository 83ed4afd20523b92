package io.jiyun.console.workflow;

import java.time.Instant;

/**
 * One version of the workflow of a type of request. Versions are never changed: requests that run
 * keep theirs.
 *
 * @param savedBy who saved it; empty for the version the product came with
 */
public record Workflow(
        RequestType type, int version, WorkflowDraft definition, String savedBy, Instant savedAt) {

    /** Whether it is a suggested value 建议值 that names no document. */
    public boolean suggested() {
        return definition.basis().isBlank();
    }
}
