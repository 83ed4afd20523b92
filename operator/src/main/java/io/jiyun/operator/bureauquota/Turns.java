package io.jiyun.operator.bureauquota;

import io.jiyun.operator.cloud.Whose;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.PoolDecision;
import io.jiyun.quota.plan.SliceState;
import io.jiyun.quota.plan.Turn;
import io.jiyun.quota.tree.PoolKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the free room of bureaus go round while a cloud refuses what leaves no trace. Whose
 * namespace it is that is refused nobody knows: few bureaus at a time have turns, those first in
 * which something came in of late, then those that have not had any for longest.
 */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int AT_ONCE = 8;

    /**
     * Turns in a bureau of more namespaces are hundreds of writes, which hold up those whose asks
     * are known a moment later; in one of so few they help sooner than it takes to know.
     */
    private static final int FEW = 32;

    private record Key(String bureau, PoolKey pool) {}

    private static final class Candidate {
        private @Nullable Rotation rotation;
        private boolean hasRoom;
        private int namespaces;
        private boolean lively;
        private Instant begunAt = Instant.MIN;
    }

    private final Map<Key, Candidate> candidates = new HashMap<>();
    private final Consumer<String> changed;
    private final Clock clock;

    /**
     * @param changed told the bureaus whose turns begin or end
     */
    Turns(Consumer<String> changed, Clock clock) {
        this.changed = changed;
        this.clock = clock;
    }

    /** Whose turn it is in a bureau's pool; null where the free room is spread over all. */
    synchronized @Nullable Turn of(String bureau, PoolKey pool) {
        Candidate candidate = candidates.get(new Key(bureau, pool));
        Rotation rotation = candidate == null ? null : candidate.rotation;
        return rotation == null ? null : rotation.turn();
    }

    /** A cloud refused something that left no event. */
    void refused(String cloud, Whose whose) {
        List<String> bureaus;
        synchronized (this) {
            bureaus =
                    switch (whose) {
                        case KNOWN -> end(cloud);
                        case SOON_KNOWN -> begin(cloud, FEW, clock.instant());
                        case UNKNOWN -> begin(cloud, Integer.MAX_VALUE, clock.instant());
                    };
        }
        if (!bureaus.isEmpty()) {
            LOG.debug("{} refused somebody, {}: turns change for {}", cloud, whose, bureaus);
            bureaus.forEach(changed);
        }
    }

    private List<String> begin(String cloud, int most, Instant now) {
        List<Map.Entry<Key, Candidate>> here =
                candidates.entrySet().stream()
                        .filter(it -> it.getKey().pool().cloud().equals(cloud))
                        .toList();
        long brisk = 0;
        for (var entry : here) {
            Rotation rotation = entry.getValue().rotation;
            if (rotation != null) {
                rotation.refused(now);
                brisk += rotation.isBrisk() ? 1 : 0;
            }
        }
        var chosen =
                here.stream()
                        .filter(it -> it.getValue().rotation == null && it.getValue().hasRoom)
                        .filter(it -> it.getValue().namespaces <= most)
                        .sorted(
                                Comparator.<Map.Entry<Key, Candidate>, Boolean>comparing(
                                                it -> !it.getValue().lively)
                                        .thenComparing(it -> it.getValue().begunAt))
                        .limit(Math.max(0, AT_ONCE - brisk))
                        .toList();
        chosen.forEach(it -> {
            it.getValue().rotation = Rotation.begin(now);
            it.getValue().begunAt = now;
        });
        return chosen.stream().map(it -> it.getKey().bureau()).toList();
    }

    /**
     * Nobody has turns on that cloud any longer; what is free there is spread over all again.
     * Answers whose turns end.
     */
    private List<String> end(String cloud) {
        List<String> bureaus = new ArrayList<>();
        candidates.forEach((key, candidate) -> {
            if (candidate.rotation != null && key.pool().cloud().equals(cloud)) {
                candidate.rotation = null;
                bureaus.add(key.bureau());
            }
        });
        return bureaus;
    }

    /** Takes in what a round decided and what stands now; answers when to have the next round. */
    synchronized Optional<Duration> after(String bureau, Decision decision, List<Slice> slices) {
        Instant now = clock.instant();
        return decision.pools().entrySet().stream()
                .map(it -> after(new Key(bureau, it.getKey()), it.getValue(), slices, now))
                .flatMap(Optional::stream)
                .min(Duration::compareTo);
    }

    private Optional<Duration> after(
            Key key, PoolDecision decision, List<Slice> slices, Instant now) {
        Candidate candidate = candidates.computeIfAbsent(key, _ -> new Candidate());
        List<SliceState> states =
                decision.snapshot().slices().stream().filter(SliceState::wanted).toList();
        Resources free =
                decision.snapshot()
                        .hard()
                        .minusToZero(
                                states.stream().map(SliceState::used).collect(Resources.sum()));
        candidate.namespaces = states.size();
        candidate.hasRoom = states.size() > 1 && !free.isZero();
        candidate.lively = states.stream().anyMatch(state -> state.demand().lively());
        Rotation rotation = candidate.rotation;
        if (rotation == null) {
            return Optional.empty();
        }
        if (!candidate.hasRoom || rotation.isOver(now)) {
            candidate.rotation = null;
            return Optional.of(Duration.ofMillis(1)); // spreads the room over all again
        }
        boolean settled =
                decision.isSettled()
                        && slices.stream()
                                .filter(slice -> slice.pool().equals(key.pool()))
                                .filter(Slice::isWanted)
                                .allMatch(Slice::isEnforced);
        LOG.debug(
                "{} {}: {} {}{}",
                key.bureau(),
                key.pool(),
                decision.snapshot().turn(),
                decision.taken(),
                settled ? ", settled" : "");
        Map<String, Resources> used =
                states.stream()
                        .collect(
                                Collectors.toMap(
                                        SliceState::id,
                                        SliceState::used,
                                        Resources::largerOf,
                                        TreeMap::new));
        return rotation.after(
                new Rotation.Found(
                        decision.taken(), settled, states.size(), candidate.lively, free, used),
                now);
    }

    synchronized void forget(String bureau) {
        candidates.keySet().removeIf(key -> key.bureau().equals(bureau));
    }
}
