package io.jiyun.operator.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jiyun.operator.cloud.RefusalCounts.News;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when a cloud's quotas refuse something that leaves no trace: a bare pod, or one that is to
 * grow in place. The API servers count all refusals; those of controllers leave an event besides,
 * and where the cloud's audit stream is sent here, that tells of the others. Where it is not,
 * {@link Counting} has them counted by groups of namespaces while there are any.
 */
final class UntracedRefusals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UntracedRefusals.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Between two readings that say who was refused. */
    private static final Duration SHORT_PAUSE = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Reading is to take no more than this part of an API server's time while all is calm. */
    private static final int SPARINGLY = 20;

    /** The same while somebody is refused and waits. */
    private static final int CLOSELY = 4;

    /** The same where reading says who it is. */
    private static final int VERY_CLOSELY = 2;

    private static final Duration WHILE_REFUSED = Duration.ofSeconds(30);

    private static final Duration LONGEST_IN_CALM = Duration.ofSeconds(5);

    /** Where there is nothing to be read. */
    private static final Duration IN_VAIN = Duration.ofMinutes(1);

    private static final Duration MOMENT = Duration.ofMillis(25);

    /** A policy may see a quota a moment later than it is charged, and miss one in so many. */
    private static final int MISSED = 4;

    /**
     * What one reading told.
     *
     * @param helped how many of the refusals have likely been helped
     * @param start when it began, by the clock that only goes forward
     */
    private record Reading(News news, long helped, long start) {
        static final Reading NONE = new Reading(News.NONE, 0, 0);

        Reading with(Reading later) {
            return new Reading(
                    new News(news.refused() + later.news.refused(), later.news.cells()),
                    helped + later.helped,
                    later.start);
        }
    }

    private final Cloud cloud;
    private final CloudListener listener;
    private final RefusalCounts counts = new RefusalCounts();
    private final Counting counting;
    private final CountedRefusals counted;
    private final Unexplained unexplained = new Unexplained();
    private final Clock clock = Clock.systemUTC();
    private final Thread thread;
    private final ToldRefusals told = new ToldRefusals();
    private Reading unjudged = Reading.NONE;
    private boolean isReadable = true;
    private boolean hasLooked;
    private Instant readAt = Instant.MIN;
    private long untoldAt = System.nanoTime() - WHILE_REFUSED.toNanos();

    UntracedRefusals(Cloud cloud, CloudListener listener) {
        this.cloud = cloud;
        this.listener = listener;
        counting = new Counting(cloud.name(), cloud.client(), clock);
        counted = new CountedRefusals(cloud, clock);
        thread = Thread.ofVirtual().name("refusals-" + cloud.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                Duration pause = cloud.reachability().isReachable() ? look() : PAUSE;
                Thread.sleep(pause.isNegative() ? Duration.ZERO : pause);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once; answers how long to leave the cloud alone. */
    private Duration look() throws InterruptedException {
        long start = System.nanoTime();
        try {
            Optional<RefusalMetrics> read = read();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (read.isEmpty()) {
                return inVain("the cloud serves no metrics of an API server");
            }
            isReadable = true;
            if (!hasLooked) {
                hasLooked = true;
                counting.look();
            }
            take(counts.since(read.get()), start);
            return rest(took).minusNanos(System.nanoTime() - start);
        } catch (InterruptedIOException stopped) {
            throw new InterruptedException();
        } catch (IOException failure) {
            return inVain(String.valueOf(failure.getMessage()));
        } catch (RuntimeException unexpected) {
            return inVain(unexpected.toString());
        }
    }

    /**
     * What was counted by cell is acted upon at once; the next reading decides whether anything
     * told of it. Where nothing is, that is waited for.
     */
    private void take(News news, long start) throws InterruptedException {
        Instant since = readAt;
        readAt = clock.instant();
        Reading before = unjudged;
        Reading reading = new Reading(news, counted.hear(news.cells(), since), start);
        if (news.cells().isEmpty()) {
            unjudged = Reading.NONE;
            judge(before.with(reading));
        } else {
            unjudged = reading;
            if (before.news().refused() > 0) {
                judge(before);
            }
        }
    }

    private void judge(Reading reading) throws InterruptedException {
        boolean isUntold = isUntold(reading);
        if (isUntold) {
            untoldAt = reading.start();
        } else {
            counting.rest();
        }
        if (reading.news().refused() > 0) {
            tell(reading, isUntold);
        }
    }

    private void tell(Reading reading, boolean isUntold) throws InterruptedException {
        boolean isStreamed = cloud.auditStream() == StreamState.HEARD;
        Optional<Whose> whose = Optional.empty();
        if (isStreamed) {
            whose = unexplained.afterStream(!isUntold, clock.instant());
        } else if (isUntold) {
            whose = unexplained.after(isExplained(reading), counting.state(), clock.instant());
        }
        LOG.debug("{} refused {}, untold {}: {}", cloud.name(), reading, isUntold, whose);
        whose.ifPresent(it -> listener.refusedWithoutTrace(cloud.name(), it));
        if (isUntold && !isStreamed) {
            counting.need(); // takes a second
        }
    }

    private static boolean isExplained(Reading reading) {
        long refused = reading.news().refused();
        return reading.helped() > 0 && reading.helped() >= refused - refused / MISSED;
    }

    private Duration rest(Duration took) {
        boolean calm =
                System.nanoTime() - untoldAt > WHILE_REFUSED.toNanos()
                        && unjudged.news().refused() == 0;
        Duration rest = took.multipliedBy(counting.isInstalled() ? VERY_CLOSELY : CLOSELY);
        if (calm && rest.compareTo(LONGEST_IN_CALM) < 0) {
            Duration sparing = took.multipliedBy(SPARINGLY);
            rest = sparing.compareTo(LONGEST_IN_CALM) > 0 ? LONGEST_IN_CALM : sparing;
        }
        Duration least = calm || !counting.isInstalled() ? PAUSE : SHORT_PAUSE;
        return rest.compareTo(least) > 0 ? rest : least;
    }

    /** Whether some of the refusals are told of by nothing; waits for what is late. */
    private boolean isUntold(Reading reading) throws InterruptedException {
        long more = reading.news().refused();
        long end = reading.start() + cloud.refusals().lateness().toNanos();
        while (!told.covers(more, cloud.refusals().told()) && System.nanoTime() < end) {
            Thread.sleep(MOMENT);
        }
        return !told.settle(more, cloud.refusals().told());
    }

    private Duration inVain(String why) {
        if (isReadable) {
            isReadable = false;
            LOG.atInfo()
                    .addKeyValue("cloud", cloud.name())
                    .log(
                            "Refusals of bare pods on {} cannot be noticed: {}. The operator needs"
                                    + " get on the path /metrics there",
                            cloud.name(),
                            why);
        }
        return IN_VAIN;
    }

    private Optional<RefusalMetrics> read() throws IOException, InterruptedException {
        InputStream metrics = ResponseStream.of(cloud.client(), "/metrics", PATIENCE);
        try (var text = new BufferedReader(new InputStreamReader(metrics, UTF_8))) {
            return RefusalMetrics.read(text, counting.isInstalled());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
