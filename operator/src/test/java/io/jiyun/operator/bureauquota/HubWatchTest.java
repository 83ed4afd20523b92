package io.jiyun.operator.bureauquota;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.BureauQuota;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubWatchTest {
    private static final Duration SOON = Duration.ofSeconds(50);
    private static final Duration LATE = Duration.ofSeconds(70);

    private final HubWatch watch = new HubWatch();

    @Test
    void aWatchThatShowsWhatWasStoredIsAlive() {
        watch.stored(quota("a", 7), Duration.ZERO);
        assertThat(watch.isBlind(List.of(quota("a", 5)), SOON)).isFalse();
        assertThat(watch.isBlind(List.of(quota("a", 8)), LATE)).isFalse();
    }

    @Test
    void aWatchThatNeverShowsItIsBlindHoweverOftenMoreIsStored() {
        watch.stored(quota("a", 7), Duration.ZERO);
        watch.stored(quota("a", 9), SOON);
        watch.stored(quota("b", 10), SOON);
        assertThat(watch.isBlind(List.of(quota("a", 5), quota("b", 10)), LATE)).isTrue();
    }

    @Test
    void whatIsStoredOnceTheWatchHasCaughtUpIsAwaitedAnew() {
        watch.stored(quota("a", 7), Duration.ZERO);
        assertThat(watch.isBlind(List.of(quota("a", 7)), SOON)).isFalse();
        watch.stored(quota("a", 9), SOON);
        assertThat(watch.isBlind(List.of(quota("a", 7)), LATE)).isFalse();
        assertThat(watch.isBlind(List.of(quota("a", 7)), LATE.plus(SOON))).isTrue();
    }

    @Test
    void whatIsGoneIsNotAwaited() {
        watch.stored(quota("a", 7), Duration.ZERO);
        assertThat(watch.isBlind(List.of(quota("b", 1)), LATE)).isFalse();
    }

    private static BureauQuota quota(String name, long version) {
        BureauQuota quota = new BureauQuota();
        quota.getMetadata().setName(name);
        quota.getMetadata().setResourceVersion(Long.toString(version));
        return quota;
    }
}
