package io.jiyun.quota.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TakeoverStepTest {
    /**
     * A quota that an older leader admits between a listing and the epoch would be known to nobody:
     * it reads the old epoch, and the new leader has no stamp for what it did not list.
     */
    @Test
    void theQuotasAreListedAfterTheEpochWasTakenAndStampedLast() {
        assertThat(TakeoverStep.order(Guards.all()))
                .containsExactly(
                        TakeoverStep.TAKE_EPOCH,
                        TakeoverStep.LIST_LEDGERS,
                        TakeoverStep.LIST_QUOTAS,
                        TakeoverStep.STAMP_LEDGERS);
    }
}
