package io.jiyun.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The time of day, plus as much as a test lets pass. */
public class TestClock extends Clock {
    private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

    public void letPass(Duration time) {
        passed.updateAndGet(before -> before.plus(time));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(passed.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
