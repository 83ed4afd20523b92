package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when a cloud's quotas refuse something that leaves no trace: a bare pod, or one that is to
 * grow in place. The API servers count all refusals; those of controllers leave an event besides,
 * and where the cloud's audit stream is sent here, that tells of the others. Who was refused the
 * count does not say.
 */
final class UntracedRefusals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UntracedRefusals.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Reading is to take no more than this part of an API server's time while all is calm. */
    private static final int SPARINGLY = 20;

    /** The same while somebody is refused and waits. */
    private static final int CLOSELY = 4;

    private static final Duration WHILE_REFUSED = Duration.ofSeconds(30);

    private static final Duration LONGEST_IN_CALM = Duration.ofSeconds(5);

    /** Where there is nothing to be read. */
    private static final Duration IN_VAIN = Duration.ofMinutes(1);

    private static final Duration MOMENT = Duration.ofMillis(25);

    private final Cloud cloud;
    private final Runnable listener;
    private final RefusalCount count = new RefusalCount();
    private final Thread thread;
    private final ToldRefusals told = new ToldRefusals();
    private boolean isReadable = true;
    private long untoldAt = System.nanoTime() - WHILE_REFUSED.toNanos();

    UntracedRefusals(Cloud cloud, Runnable listener) {
        this.cloud = cloud;
        this.listener = listener;
        thread = Thread.ofVirtual().name("refusals-" + cloud.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(cloud.reachability().isReachable() ? look() : PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once; answers how long to leave the cloud alone. */
    private Duration look() throws InterruptedException {
        long start = System.nanoTime();
        try {
            OptionalLong refused = read();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (refused.isEmpty()) {
                return inVain("the cloud serves no metrics of an API server");
            }
            if (isUntold(count.since(refused.getAsLong()))) {
                untoldAt = start;
                listener.run();
            }
            isReadable = true;
            return rest(took);
        } catch (IOException failure) {
            return inVain(String.valueOf(failure.getMessage()));
        } catch (RuntimeException unexpected) {
            return inVain(unexpected.toString());
        }
    }

    private Duration rest(Duration took) {
        boolean calm = System.nanoTime() - untoldAt > WHILE_REFUSED.toNanos();
        Duration rest = took.multipliedBy(CLOSELY);
        if (calm && rest.compareTo(LONGEST_IN_CALM) < 0) {
            Duration sparing = took.multipliedBy(SPARINGLY);
            rest = sparing.compareTo(LONGEST_IN_CALM) > 0 ? LONGEST_IN_CALM : sparing;
        }
        return rest.compareTo(PAUSE) > 0 ? rest : PAUSE;
    }

    /** Whether some of so many more refusals are told of by nothing; waits for what is late. */
    private boolean isUntold(long more) throws InterruptedException {
        long end = System.nanoTime() + cloud.refusals().lateness().toNanos();
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

    private OptionalLong read() throws IOException, InterruptedException {
        HttpClient http = cloud.client().getHttpClient();
        var request =
                http.newHttpRequestBuilder()
                        .uri(
                                cloud.client().getMasterUrl().toString().replaceAll("/+$", "")
                                        + "/metrics")
                        .build();
        try {
            HttpResponse<Reader> answer =
                    http.sendAsync(request, Reader.class)
                            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            try (BufferedReader text = new BufferedReader(answer.body())) {
                if (answer.code() != HttpURLConnection.HTTP_OK) {
                    throw new IOException("it answers with " + answer.code());
                }
                return RefusalCount.read(text);
            }
        } catch (ExecutionException | TimeoutException silent) {
            throw new IOException("it does not answer", silent);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
