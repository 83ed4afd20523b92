package io.jiyun.console.request;

import io.jiyun.api.v1alpha1.SpecViolation;
import java.util.List;

/** How attaching or removing a file ended. */
public sealed interface DocumentOutcome {
    /** Done, with that file. */
    record Attached(DocumentLine document) implements DocumentOutcome {}

    /** Nothing changed; what is wrong. */
    record Refused(List<SpecViolation> violations) implements DocumentOutcome {}
}
