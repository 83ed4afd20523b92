package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Resources;
import java.util.List;

/**
 * What is known, or to be expected, of what a namespace wants beyond what it uses.
 *
 * @param asks what was refused lately, as far as refusals leave a trace
 * @param foreseen what will be asked for soon, judged by what came in during the last moments
 * @param charges what came in lately, each of it at once
 * @param lively whether something came in during the last moments, so that more is likely to come
 */
public record Demand(
        List<SizedAsk> asks, Resources foreseen, List<Resources> charges, boolean lively) {
    public static final Demand NONE = new Demand(List.of(), Resources.none(), List.of(), false);

    public Demand {
        asks = List.copyOf(asks);
        charges = List.copyOf(charges);
    }

    /** Where only one thing that was refused is known. */
    public static Demand of(Resources refused) {
        return NONE.with(
                refused.isZero() ? List.of() : List.of(SizedAsk.exactly(refused)),
                Resources.none());
    }

    /** The same with other asks and another foresight. */
    Demand with(List<SizedAsk> otherAsks, Resources otherwiseForeseen) {
        return new Demand(otherAsks, otherwiseForeseen, charges, lively);
    }

    /** The sum of what was refused. */
    public Resources refused() {
        return asks.stream().map(SizedAsk::most).collect(Resources.sum());
    }

    /** What is to be made room for. */
    public Resources asked() {
        return refused().largerOf(foreseen);
    }
}
