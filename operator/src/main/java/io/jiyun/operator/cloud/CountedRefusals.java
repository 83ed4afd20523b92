package io.jiyun.operator.cloud;

import io.jiyun.operator.cloud.RefusalMetrics.Count;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.amount.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes asks of what API servers counted by cell: of every namespace of the cell that has no room
 * for something of that size.
 */
final class CountedRefusals {
    /** Who goes on being refused for so long is not helped by what is asked for in his name. */
    private static final Duration IN_VAIN = Duration.ofSeconds(4);

    /** What was refused before a silence like this is another matter. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private static final Resources ONE_POD =
            Resources.of(Map.of(ResourceName.PODS, Amount.of(Unit.COUNT, 1)));

    /** So often those are asked for, too, in whose namespaces nothing comes in. */
    private static final int ANY_ONCE_IN = 4;

    /** Several may ask in one namespace: the longer it goes on, the more are served at once. */
    private static final int MOST_AT_ONCE = 8;

    /**
     * Refusals one after the other.
     *
     * @param times how many readings in a row told of some
     */
    private record Streak(Instant since, Instant last, int times) {
        Streak goingOn(Instant now) {
            return new Streak(since, now, times + 1);
        }
    }

    private final Map<RefusalCell, Streak> streaks = new HashMap<>();
    private final Cloud cloud;
    private final Clock clock;

    CountedRefusals(Cloud cloud, Clock clock) {
        this.cloud = cloud;
        this.clock = clock;
    }

    /** Whether those who are refused in a cell were refused before. */
    private boolean isGoingOn(RefusalCell cell) {
        Streak streak = streaks.get(cell);
        return streak != null && !streak.last().plus(SILENCE).isBefore(clock.instant());
    }

    /**
     * Takes in what is new; answers how many refusals have likely been helped by that.
     *
     * @param since when the counts were read the time before
     */
    long hear(Map<RefusalCell, Count> cells, Instant since) {
        if (cells.isEmpty()) {
            return 0;
        }
        Map<RefusalCell, List<String>> byCell =
                cloud.namespaces().all().stream()
                        .map(namespace -> namespace.getMetadata().getName())
                        .collect(Collectors.groupingBy(RefusalCell::of));
        Set<String> asking = new TreeSet<>();
        long helped =
                cells.entrySet().stream()
                        .filter(it ->
                                hear(
                                        it.getKey(),
                                        it.getValue(),
                                        byCell.getOrDefault(it.getKey(), List.of()),
                                        since,
                                        asking::add))
                        .mapToLong(it -> it.getValue().refused())
                        .sum();
        cloud.tellBureausOf(asking); // of all at once: a round may begin with the first
        return helped;
    }

    private boolean hear(
            RefusalCell cell,
            Count count,
            List<String> namespaces,
            Instant since,
            Consumer<String> asking) {
        Instant now = clock.instant();
        Streak before = streaks.get(cell);
        Streak streak =
                before == null || !isGoingOn(cell) ? new Streak(now, now, 1) : before.goingOn(now);
        boolean isServed = namespaces.stream().anyMatch(cloud::isLively);
        streaks.put(cell, isServed ? new Streak(now, now, streak.times()) : streak);
        int times = (int) Math.min(Math.min(streak.times(), MOST_AT_ONCE), count.refused());
        boolean isFirst = streak.times() == 1;
        boolean isLarge = isLarge(count);
        // Where small things come in one after the other, who is refused need not be among them.
        boolean hasCome =
                (isFirst || isLarge)
                        && namespaces.stream().anyMatch(it -> hasCome(it, count, since));
        // Of what is large an event may tell in a moment, and to make room for it is much work.
        boolean isHasty = isFirst && isLarge;
        // Where an ask is told of it is most likely that one that was refused, not its neighbours'.
        if (!hasCome && !isHasty && namespaces.stream().noneMatch(cloud::isAskTold)) {
            Map<String, Ask> lacking = new TreeMap<>();
            namespaces.forEach(namespace ->
                    ask(namespace, count).ifPresent(ask -> lacking.put(namespace, ask)));
            likely(lacking, streak).forEach(it -> hear(it.getKey(), it.getValue(), times, asking));
        }
        return !namespaces.isEmpty() && !streak.since().plus(IN_VAIN).isBefore(now);
    }

    /**
     * Takes in what is likely asked for in a namespace.
     *
     * @param times how many may ask for the like of it at once
     * @param asking told the namespace if any of that is an ask that is open now
     */
    private void hear(String namespace, Ask ask, int times, Consumer<String> asking) {
        Asks asks = cloud.refusals().asks();
        Instant now = clock.instant();
        boolean isOpen = false;
        for (int number = 1; number <= times; number++) {
            isOpen |= asks.hear(namespace, Asker.counted(number), ask, now);
        }
        if (isOpen) {
            asking.accept(namespace);
        }
    }

    /** Where things come in, most likely more is asked for than elsewhere. */
    private Stream<Map.Entry<String, Ask>> likely(Map<String, Ask> lacking, Streak streak) {
        boolean isAny =
                streak.times() % ANY_ONCE_IN == 0
                        || lacking.keySet().stream().noneMatch(cloud::isLively);
        return lacking.entrySet().stream().filter(it -> isAny || cloud.isLively(it.getKey()));
    }

    /** What was refused, if it was here; empty where there is room for it by now. */
    private Optional<Ask> ask(String namespace, Count count) {
        StandingQuota quota = cloud.quota(namespace).orElse(null);
        if (quota == null || quota.confirmed() == null) {
            return Optional.empty();
        }
        Resources hard = quota.confirmed();
        Resources used = quota.usedOrNone();
        Ask ask = new Ask(least(count), most(count), used).onlyOf(hard);
        return used.plus(ask.amount()).fitsWithin(hard) ? Optional.empty() : Optional.of(ask);
    }

    /** Whether it was refused and let in before this was read. */
    private boolean hasCome(String namespace, Count count, Instant since) {
        Resources came = cloud.came(namespace, since);
        return least(count).onlyOf(came).fitsWithin(came) && !came.isZero();
    }

    private static boolean isLarge(Count count) {
        return AskSize.isLarge(mean(count.cpu(), count))
                || AskSize.isLarge(mean(count.memory(), count));
    }

    private static Resources least(Count count) {
        return AskSize.CPU
                .least(mean(count.cpu(), count))
                .plus(AskSize.MEMORY.least(mean(count.memory(), count)))
                .plus(ONE_POD);
    }

    private static Resources most(Count count) {
        return AskSize.CPU
                .most(mean(count.cpu(), count))
                .plus(AskSize.MEMORY.most(mean(count.memory(), count)))
                .plus(ONE_POD);
    }

    /** Rounded up: where there were several of different size the large ones must fit, too. */
    private static int mean(long steps, Count count) {
        return Math.toIntExact(Math.ceilDiv(steps, count.refused()));
    }
}
