package io.jiyun.console.quota;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Quota that one bureau uses instead of another, as seen by one of the two.
 *
 * @param borrowed whether it is borrowed 借入; else it is lent 借出
 * @param counterpart name of the other bureau; null where the reader may not know of it
 * @param due when what the lender needs has to be free; null while it was not asked back
 */
public record LoanLine(
        PoolKey pool,
        boolean borrowed,
        @Nullable String counterpart,
        Resources amount,
        @Nullable Instant due) {}
