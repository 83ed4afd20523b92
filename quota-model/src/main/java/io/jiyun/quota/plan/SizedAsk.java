package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Resources;
import org.jspecify.annotations.Nullable;

/**
 * Something that was refused, and what it needs. It is let in whole or not at all; where its size
 * is known roughly only, it may be anything between two bounds.
 *
 * @param least what it needs at least
 * @param most what lets it in for certain
 */
public record SizedAsk(Resources least, Resources most) {

    public static SizedAsk exactly(Resources amount) {
        return new SizedAsk(amount, amount);
    }

    /** Whether its size, and with it who asked, is known roughly only. */
    boolean isRough() {
        return !least.equals(most);
    }

    SizedAsk onlyOf(Resources hard) {
        return new SizedAsk(least.onlyOf(hard), most.onlyOf(hard));
    }

    /**
     * What to give it out of what is left.
     *
     * @param room what its namespace may still have; a resource it does not mention is unlimited
     * @return null where there is no room for it, whatever its size
     */
    @Nullable Resources within(Resources left, Resources room) {
        if (left.covers(most) && most.fitsWithin(room)) {
            return most;
        }
        return left.covers(least) && least.fitsWithin(room) && !least.isZero()
                ? most.cutTo(left).cutTo(room)
                : null;
    }
}
