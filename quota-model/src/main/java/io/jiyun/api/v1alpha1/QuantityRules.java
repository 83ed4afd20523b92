package io.jiyun.api.v1alpha1;

/**
 * Form of the quantities in the API: those of Kubernetes without a minus sign. A pattern, because a
 * CEL rule over maps of quantities exceeds the cost an API server allows a schema. What no pattern
 * can say (too large, too fine) the operator refuses in the status.
 */
final class QuantityRules {
    static final String FORM =
            "^[+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$";

    /** A factor from 0.1 to 100 with at most two decimals. */
    static final String FACTOR = "^(0[.][1-9][0-9]?|[1-9][0-9]?([.][0-9]{1,2})?|100)$";

    private QuantityRules() {}
}
