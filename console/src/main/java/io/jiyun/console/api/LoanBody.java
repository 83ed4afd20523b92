package io.jiyun.console.api;

import io.jiyun.console.quota.LoanLine;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Quota that one bureau uses instead of another.
 *
 * @param counterpart the other bureau; left out where the caller may not know of it
 * @param due when what the lender needs has to be free; left out while it was not asked back
 */
record LoanBody(
        String cloud,
        String pool,
        Direction direction,
        @Nullable String counterpart,
        Map<String, String> amount,
        @Nullable OffsetDateTime due) {

    /** As the bureau sees it. */
    enum Direction {
        BORROWED,
        LENT
    }

    static LoanBody of(LoanLine loan) {
        return new LoanBody(
                loan.pool().cloud(),
                loan.pool().pool(),
                loan.borrowed() ? Direction.BORROWED : Direction.LENT,
                loan.counterpart(),
                loan.amount().print(),
                loan.due() == null ? null : Times.written(loan.due()));
    }
}
