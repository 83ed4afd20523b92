package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Resources;
import java.util.List;

/**
 * What is known, or to be expected, of what a namespace wants beyond what it uses.
 *
 * @param refused what was refused lately, as far as refusals leave a trace
 * @param foreseen what will be asked for soon, judged by what came in during the last moments
 * @param charges what came in lately, each of it at once
 * @param lively whether something came in during the last moments, so that more is likely to come
 */
public record Demand(
        Resources refused, Resources foreseen, List<Resources> charges, boolean lively) {
    public static final Demand NONE = of(Resources.none());

    public Demand {
        charges = List.copyOf(charges);
    }

    /** Where only what was refused is known. */
    public static Demand of(Resources refused) {
        return new Demand(refused, Resources.none(), List.of(), false);
    }

    /** What is to be made room for. */
    public Resources asked() {
        return refused.largerOf(foreseen);
    }
}
