package io.jiyun.operator.bureauquota;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A reading that many need at once: everyone is given one that began after they asked, and those
 * who asked meanwhile share the next.
 */
final class LiveReading<T> {
    private record Read<T>(long began, T value) {}

    private final Supplier<T> read;
    private final AtomicLong moments = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Read<T> last;

    LiveReading(Supplier<T> read) {
        this.read = read;
    }

    T after() {
        long asked = moments.incrementAndGet();
        lock.lock();
        try {
            Read<T> before = last;
            if (before != null && before.began() > asked) {
                return before.value();
            }
            long began = moments.incrementAndGet();
            Read<T> now = new Read<>(began, read.get());
            last = now;
            return now.value();
        } finally {
            lock.unlock();
        }
    }
}
