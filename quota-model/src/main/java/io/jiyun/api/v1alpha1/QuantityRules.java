package io.jiyun.api.v1alpha1;

/** The rule that every map of quantities in the API obeys. */
final class QuantityRules {
    static final String VALID =
            "self.all(k, isQuantity(string(self[k])) &&"
                    + " !quantity(string(self[k])).isLessThan(quantity('0')))";
    static final String MESSAGE =
            "each amount must be a Kubernetes quantity that is not negative, for example \"500m\","
                    + " \"10\" or \"40Gi\"";

    private QuantityRules() {}
}
