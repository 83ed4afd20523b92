package io.jiyun.operator.cloud;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.SizedAsk;

/**
 * What was asked for and refused, beside what the namespace used at that moment.
 *
 * @param least what it needs at least, only of the resources that were short
 * @param amount what lets it in; more than the least where the size is known roughly only
 */
record Ask(Resources least, Resources amount, Resources used) {
    static final Ask NONE = new Ask(Resources.none(), Resources.none());

    /** One of a known size. */
    Ask(Resources amount, Resources used) {
        this(amount, amount, used);
    }

    /** Less what came in since: it may have been this, and if not it is asked for again. */
    SizedAsk open(Resources usedNow) {
        Resources came = usedNow.onlyOf(used).minusToZero(used);
        return new SizedAsk(least.minusToZero(came), amount.minusToZero(came));
    }

    boolean isMet(Resources usedNow) {
        return open(usedNow).least().isZero();
    }

    /** The same of those resources that a quota restricts. */
    Ask onlyOf(Resources hard) {
        return new Ask(least.onlyOf(hard), amount.onlyOf(hard), used);
    }

    /** The same, cut to what is asked for in earnest. */
    Ask cutTo(Resources limits) {
        return new Ask(least.cutTo(limits), amount.cutTo(limits), used);
    }
}
