package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which of the asks are made room for where there is not room for all. Half of the room for
 * a pod lets nothing in: two who each ask for more than half of what is free would both have half
 * of it and both go on waiting, and others would have shrunk for nothing. So an ask is served whole
 * or not at all, of every resource or of none. Whoever has been given least in proportion to its
 * weight comes first, each with its smaller asks first; what does not fit is passed over. What is
 * known roughly only may not have been asked for here at all, and comes after everything that is
 * known. Nor is more foreseen than such as there is room for.
 */
final class WholeAsks {

    /** The snapshot without those asks that there is no room for. */
    static PoolSnapshot within(PoolSnapshot snapshot) {
        if (snapshot.isNothingAsked()) {
            return snapshot;
        }
        List<SliceState> slices = snapshot.slices();
        List<Asking> all =
                slices.stream().map(slice -> new Asking(slice, snapshot.hard())).toList();
        Resources free =
                snapshot.hard()
                        .minusToZero(
                                slices.stream().map(SliceState::used).collect(Resources.sum()));
        Resources left = serve(all, free);
        return new PoolSnapshot(
                snapshot.hard(),
                all.stream().map(asking -> asking.served(left)).toList(),
                snapshot.turn());
    }

    /** Answers what is left. */
    private static Resources serve(List<Asking> all, Resources free) {
        Queue<Asking> waiting =
                new PriorityQueue<>(
                        Comparator.comparing(Asking::isNextRough)
                                .thenComparingDouble(Asking::shareWithNext)
                                .thenComparing(asking -> asking.slice.id()));
        all.stream().filter(Asking::isWaiting).forEach(waiting::add);
        Resources left = free;
        Asking first = waiting.poll();
        while (first != null) {
            left = first.serveNext(left);
            if (first.isWaiting()) {
                waiting.add(first);
            }
            first = waiting.poll();
        }
        return left;
    }

    /** One namespace with what it asks for. */
    private static final class Asking {
        private final SliceState slice;
        private final Resources hard;
        private final Queue<SizedAsk> open;
        private final List<SizedAsk> served = new ArrayList<>();
        private Resources room;
        private double share;

        Asking(SliceState slice, Resources hard) {
            this.slice = slice;
            this.hard = hard;
            open =
                    new ArrayDeque<>(
                            slice.demand().asks().stream()
                                    .map(ask -> ask.onlyOf(hard))
                                    .filter(ask -> slice.wanted() && !ask.most().isZero())
                                    .sorted(Comparator.comparingDouble(ask -> shareOf(ask.most())))
                                    .toList());
            room = slice.max().minusToZero(slice.used());
        }

        boolean isWaiting() {
            return !open.isEmpty();
        }

        boolean isNextRough() {
            SizedAsk next = open.peek();
            return next != null && next.isRough();
        }

        /** What it would have been given with its next ask, in proportion to its weight. */
        double shareWithNext() {
            SizedAsk next = open.peek();
            return share + (next == null ? 0 : shareOf(next.most()));
        }

        /** Decides on the next ask; answers what is left. */
        Resources serveNext(Resources left) {
            Resources given = open.remove().within(left, room);
            if (given == null) {
                return left;
            }
            share += shareOf(given);
            room = room.minusToZero(given);
            served.add(SizedAsk.exactly(given));
            return left.minusToZero(given);
        }

        SliceState served(Resources left) {
            Demand demand = slice.demand();
            Resources foreseen = demand.foreseen().isZero() ? demand.foreseen() : likely(left);
            Resources given = served.stream().map(SizedAsk::most).collect(Resources.sum());
            boolean isSame = given.equals(demand.refused()) && foreseen.equals(demand.foreseen());
            return isSame ? slice : slice.with(demand.with(served, foreseen));
        }

        /** Where the like of the largest that came in does not fit, the like of one that does. */
        private Resources likely(Resources left) {
            Resources likely = slice.demand().foreseen();
            for (ResourceName resource : likely.names()) {
                Amount room = left.orZero(resource);
                List<Amount> charges =
                        slice.demand().charges().stream()
                                .map(charge -> charge.orZero(resource))
                                .toList();
                if (charges.stream().anyMatch(charge -> charge.exceeds(room))) {
                    Amount none = Amount.zero(resource.unit());
                    Amount fitting =
                            charges.stream()
                                    .filter(charge -> !charge.exceeds(room))
                                    .reduce(none, Amount::largerOf);
                    likely = likely.with(resource, likely.orZero(resource).smallerOf(fitting));
                }
            }
            return likely;
        }

        /** The largest part of the quota that an ask takes, of any resource. */
        private double shareOf(Resources ask) {
            double largest = 0;
            for (Map.Entry<ResourceName, Amount> entry : ask.asMap().entrySet()) {
                @Nullable Amount whole = hard.get(entry.getKey());
                double amount = entry.getValue().value();
                largest =
                        Math.max(
                                largest, amount / (whole == null ? 1 : Math.max(1, whole.value())));
            }
            return largest / slice.weight();
        }
    }

    private WholeAsks() {}
}
