package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.quota.tree.GrantedQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a bureau is to be looked at again although no event would say so. */
final class NextRound {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration FOREIGN_AGAIN = Duration.ofSeconds(10);
    private static final Duration UNSETTLED_AGAIN = Duration.ofSeconds(1);

    /** What was refused is forgotten after a while, and nobody tells of that. */
    private static final Duration EXPLAINED_AGAIN = Duration.ofSeconds(10);

    /** That something borrowed is no longer needed, or due, makes no event. */
    private static final Duration LOANS_AGAIN = Duration.ofSeconds(5);

    /**
     * The soonest of all that is due.
     *
     * @param report how long a report of the status has to wait
     * @param turn how long those who have the free room in turn keep it
     * @param complete whether everything this round tried came about
     * @param quota as recorded last
     * @param wanting why somebody does not get what he asks for
     */
    static Optional<Duration> after(
            Optional<Duration> report,
            Optional<Duration> turn,
            boolean complete,
            BureauQuota quota,
            List<Slice> slices,
            List<Explanation> wanting,
            Instant now) {
        boolean foreign = !ForeignNamespaces.of(quota, slices).isEmpty();
        boolean settled = slices.stream().allMatch(slice -> slice.isWanted() && slice.isEnforced());
        return Stream.of(
                        report,
                        turn,
                        when(!complete, AFTER_FAILURE),
                        when(foreign, FOREIGN_AGAIN),
                        when(!settled, UNSETTLED_AGAIN),
                        when(!wanting.isEmpty(), EXPLAINED_AGAIN),
                        when(borrows(quota), LOANS_AGAIN),
                        GrantedQuota.nextChange(quota.getSpec(), now)
                                .map(moment -> Duration.between(now, moment).plusMillis(1)))
                .flatMap(Optional::stream)
                .min(Duration::compareTo);
    }

    private static boolean borrows(BureauQuota quota) {
        BureauQuotaStatus recorded = quota.getStatus();
        return recorded != null && !recorded.loansOrEmpty().isEmpty();
    }

    private static Optional<Duration> when(boolean due, Duration wait) {
        return due ? Optional.of(wait) : Optional.empty();
    }

    private NextRound() {}
}
