package io.jiyun.console.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.access.Role;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConcurrentDecisionsTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends ConcurrentDecisions {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends ConcurrentDecisions {}

    /** People who decide at the same moment. */
    abstract static class ConcurrentDecisions extends ConsoleTests {
        @Autowired private QuotaService quotas;

        @Test
        void sixteenAdministratorsCannotTakeTheSameCapacity() throws Exception {
            int administrators = 16;
            CyclicBarrier together = new CyclicBarrier(administrators);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Decision>> attempts =
                        IntStream.range(0, administrators)
                                .<Callable<Decision>>mapToObj(number ->
                                        () -> {
                                            signIn(Role.CLOUD_ADMIN, null);
                                            together.await();
                                            return create(number);
                                        })
                                .toList();
                long accepted = 0;
                for (Future<Decision> attempt : threads.invokeAll(attempts)) {
                    accepted += attempt.get() instanceof Decision.Accepted ? 1 : 0;
                }
                assertThat(accepted).as("a pool of 100 cores holds four times 25").isEqualTo(4);
            }
            assertThat(rows("quota")).isEqualTo(4);
            assertThat(rows("outbox")).isEqualTo(4);
        }

        @Test
        void aRequestThatIsSentTwiceAtTheSameTimeIsDoneOnce() throws Exception {
            quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
            Submission submission = new Submission("扩容", 1L, "key-2");
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<Decision> attempt =
                    () -> {
                        signIn(Role.CLOUD_ADMIN, null);
                        together.await();
                        return quotas.submit("health", Quotas.health("20"), submission);
                    };
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Decision>> both = threads.invokeAll(List.of(attempt, attempt));
                assertThat(both.getFirst().get())
                        .isInstanceOf(Decision.Accepted.class)
                        .isEqualTo(both.getLast().get());
            }
            assertThat(quotas.history("health")).hasSize(2);
        }

        private Decision create(int number) {
            return quotas.create(
                    "bureau-" + number,
                    Quotas.draft(
                            "CODE%02d".formatted(number),
                            "space-" + number,
                            Map.of("requests.cpu", "25")),
                    Quotas.because("抢占"));
        }
    }
}
