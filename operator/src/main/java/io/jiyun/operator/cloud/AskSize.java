package io.jiyun.operator.cloud;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.amount.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much CPU, or memory, something needs that was refused, in steps that double. A count of
 * refusals cannot carry an amount, but a second one can say how many steps high it was: one more
 * than the number of bounds that were exceeded.
 *
 * @param name of the resource, as containers have it
 * @param smallest the first bound, in the unit of the resource
 */
record AskSize(String name, long smallest) {
    private static final int BOUNDS = 12;

    /** What needs more steps is rarely a bare pod: more than 6.4 cores or 8 GiB. */
    private static final int LARGE_STEP = 8;

    /** From 50 millicores to 102 cores. */
    static final AskSize CPU = new AskSize("cpu", 50);

    /** From 64 MiB to 128 GiB. */
    static final AskSize MEMORY = new AskSize("memory", 64L << 20);

    static final List<AskSize> ALL = List.of(CPU, MEMORY);

    static final int HIGHEST_STEP = BOUNDS + 1;

    ResourceName requests() {
        return new ResourceName("requests." + name);
    }

    ResourceName limits() {
        return new ResourceName("limits." + name);
    }

    /** The least that something of that step needs. */
    Resources least(int step) {
        return amount(step <= 1 ? 1 : bound(step - 2));
    }

    /** The most that something of that step needs. */
    Resources most(int step) {
        return amount(bound(Math.clamp(step, 1, HIGHEST_STEP) - 1));
    }

    static boolean isLarge(int step) {
        return step > LARGE_STEP;
    }

    /** The bounds as a list in CEL, in cores or bytes. */
    String bounds() {
        boolean isCpu = requests().unit() == Unit.MILLICORE;
        return IntStream.range(0, BOUNDS)
                .mapToObj(number -> BigDecimal.valueOf(bound(number)))
                .map(bound -> isCpu ? bound.movePointLeft(3) : bound)
                .map(bound -> bound.setScale(2, RoundingMode.UNNECESSARY).toPlainString())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private long bound(int number) {
        return smallest << number;
    }

    private Resources amount(long value) {
        Unit unit = requests().unit();
        return Resources.of(
                Map.of(requests(), Amount.of(unit, value), limits(), Amount.of(unit, value)));
    }
}
