package io.jiyun.operator.bureauquota;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.quota.tree.Admission;
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

    /** That something borrowed is no longer needed is quiet. */
    private static final Duration LOANS_AGAIN = Duration.ofSeconds(5);

    /**
     * The soonest of all that is due.
     *
     * @param report how long a report of the status has to wait
     * @param complete whether everything this round tried came about
     * @param told the status as composed last
     */
    static Optional<Duration> after(
            Optional<Duration> report,
            boolean complete,
            BureauQuota quota,
            Admission admission,
            List<Slice> slices,
            BureauQuotaStatus told,
            Instant now) {
        boolean foreign = !ForeignNamespaces.of(quota, slices).isEmpty();
        boolean settled = slices.stream().allMatch(slice -> slice.isWanted() && slice.isEnforced());
        return Stream.of(
                        report,
                        when(!complete, AFTER_FAILURE),
                        when(foreign, FOREIGN_AGAIN),
                        when(!settled, UNSETTLED_AGAIN),
                        when(!told.explanationsOrEmpty().isEmpty(), EXPLAINED_AGAIN),
                        when(!admission.borrowing().stands().isNothing(), LOANS_AGAIN),
                        admission.borrowing().nextDue(now).map(moment -> until(moment, now)),
                        GrantedQuota.nextChange(quota.getSpec(), now)
                                .map(moment -> until(moment, now)))
                .flatMap(Optional::stream)
                .min(Duration::compareTo);
    }

    private static Duration until(Instant moment, Instant now) {
        return Duration.between(now, moment).plusMillis(1);
    }

    private static Optional<Duration> when(boolean due, Duration wait) {
        return due ? Optional.of(wait) : Optional.empty();
    }

    private NextRound() {}
}
