package io.jiyun.operator.cloud;

import io.jiyun.quota.amount.Resources;

/**
 * What was asked for and refused, beside what the namespace used at that moment.
 *
 * @param amount only of the resources that were short
 */
record Ask(Resources amount, Resources used) {
    static final Ask NONE = new Ask(Resources.none(), Resources.none());

    /** Less what came in since: it may have been this, and if not it is asked for again. */
    Resources open(Resources usedNow) {
        return amount.minusToZero(usedNow.onlyOf(used).minusToZero(used));
    }

    boolean isMet(Resources usedNow) {
        return open(usedNow).isZero();
    }
}
