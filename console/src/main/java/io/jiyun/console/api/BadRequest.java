package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.SpecViolation;
import java.util.List;

/** A request that says something the API cannot take. */
class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SpecViolation> violations;

    BadRequest(List<SpecViolation> violations) {
        super(violations.isEmpty() ? "bad request" : violations.getFirst().en());
        this.violations = List.copyOf(violations);
    }

    List<SpecViolation> violations() {
        return violations;
    }
}
