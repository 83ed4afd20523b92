package io.jiyun.console.request.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import java.util.List;

/** Where a step leads. */
sealed interface Taken {
    /** The request as it is to be stored, and what goes into its history. */
    record Forward(RequestRecord request, List<Happening> events) implements Taken {}

    /** Nowhere; everything that is wrong. */
    record Nowhere(List<SpecViolation> violations) implements Taken {}
}
