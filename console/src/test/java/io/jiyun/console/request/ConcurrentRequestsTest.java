package io.jiyun.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.access.Actor;
import io.jiyun.console.quota.QuotaRow;
import io.jiyun.console.quota.Quotas;
import io.jiyun.console.request.RequestContent.PoolAmount;
import io.jiyun.quota.amount.ResourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The property {@code jiyun.decisions} says how many decisions that changed something are taken per
 * database; 10000 is the full proof. A failure is repeated with {@code jiyun.seed}.
 */
class ConcurrentRequestsTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Race {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Race {}

    /** Sixteen people who file, decide and edit at random over one pool of 100 cores. */
    abstract static class Race extends RequestTests {
        private static final int PEOPLE = 16;
        private static final int BUREAUS = 6;
        private static final long POOL_MILLICORES = 100_000;
        private static final int DECISIONS = Integer.getInteger("jiyun.decisions", 200);

        /** How many more are tried: most find the pool full or the request already decided. */
        private static final int TRIES = 20;

        private static final long SEED = Long.getLong("jiyun.seed", System.nanoTime());

        @Autowired private TransactionTemplate transaction;

        private final AtomicInteger left = new AtomicInteger(TRIES * DECISIONS);
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicLong fullest = new AtomicLong();

        @Test
        void theSameCapacityIsNeverHandedOutTwiceAndEveryReservationEnds() throws Exception {
            System.out.printf("%d decisions, -Djiyun.seed=%d%n", DECISIONS, SEED);
            as(ADMIN);
            for (int bureau = 0; bureau < BUREAUS; bureau++) {
                quotas.create(
                        "race-" + bureau,
                        Quotas.draft(HEALTH, "race-" + bureau, Map.of("requests.cpu", "2")),
                        Quotas.because("首次分配"));
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
                List<Callable<Void>> people = new ArrayList<>();
                for (int person = 0; person < PEOPLE; person++) {
                    RandomGenerator random = new java.util.Random(SEED + person);
                    people.add(() -> {
                        while (done.get() < DECISIONS && left.getAndDecrement() > 0) {
                            decide(random);
                            check();
                        }
                        return null;
                    });
                }
                for (Future<Void> person : threads.invokeAll(people)) {
                    person.get();
                }
            }
            assertThat(done.get())
                    .as("decisions that changed something")
                    .isGreaterThanOrEqualTo(DECISIONS);
            endAll();
            check();

            assertThat(rows("request_reservation")).isZero();
            assertThat(fullest.get()).as("the pool was contended").isGreaterThan(80_000);
            assertThat(rows("request_event where kind = 'CARRIED_OUT'"))
                    .isEqualTo(rows("quota_change where id like 'REQ-%'"))
                    .isPositive();
        }

        private void decide(RandomGenerator random) {
            String quota = "race-" + random.nextInt(BUREAUS);
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> {
                    as(CLERK);
                    count(
                            requests.submit(
                                    number(requests.create(more(quota, random), Handling.PLAIN)),
                                    Handling.PLAIN));
                }
                case 3, 4, 5, 6, 7 ->
                        open(random)
                                .ifPresent(row -> {
                                    as(whoDecides(row));
                                    count(tasks.approve(row.number(), "", Handling.PLAIN));
                                });
                case 8 -> open(random).ifPresent(row -> end(row, random.nextInt(3)));
                default -> {
                    as(ADMIN);
                    quotas.submit(
                            quota,
                            Quotas.draft(
                                    HEALTH,
                                    quota,
                                    Map.of("requests.cpu", String.valueOf(random.nextInt(30)))),
                            Quotas.because("调整"));
                }
            }
        }

        private void end(RequestRow row, int how) {
            switch (how) {
                case 0 -> {
                    as(whoDecides(row));
                    count(tasks.reject(row.number(), "不足", "缩减", Handling.PLAIN));
                }
                case 1 -> {
                    as(whoDecides(row));
                    count(tasks.giveBack(row.number(), "更正", List.of(), Handling.PLAIN));
                }
                default -> {
                    as(CLERK);
                    count(requests.withdraw(row.number(), "不再需要", Handling.PLAIN));
                }
            }
        }

        private void endAll() {
            RequestFilter pending = new RequestFilter("", RequestState.PENDING, null, null);
            as(ADMIN);
            List<RequestRow> open =
                    requests.page(pending, RequestSort.NEWEST, 0, TRIES * DECISIONS);
            for (int index = 0; index < open.size(); index++) {
                end(open.get(index), index % 3);
            }
            assertThat(requests.count(pending)).isZero();
        }

        private java.util.Optional<RequestRow> open(RandomGenerator random) {
            as(ADMIN);
            RequestFilter pending = new RequestFilter("", RequestState.PENDING, null, null);
            List<RequestRow> rows =
                    requests.page(pending, RequestSort.NEWEST, random.nextInt(4), 1);
            return rows.stream().findFirst();
        }

        private static Actor whoDecides(RequestRow row) {
            return row.stage() == 0 ? HEAD : row.stage() == 3 ? REVIEWER : ADMIN;
        }

        private void count(RequestOutcome outcome) {
            if (outcome instanceof RequestOutcome.Done) {
                done.incrementAndGet();
            }
        }

        /**
         * With the pool locked nothing can be half way: what is seen was committed together. One at
         * a time, since the embedded database keeps a processor busy with whoever waits.
         */
        private synchronized void check() {
            as(ADMIN);
            transaction.executeWithoutResult(status -> {
                var _ =
                        jdbc.sql("select pool from pool_lock where pool = 'gov-x86' for update")
                                .query(String.class)
                                .single();
                long granted =
                        quotas
                                .page(
                                        io.jiyun.console.quota.QuotaFilter.ALL,
                                        io.jiyun.console.quota.QuotaSort.BY_NAME,
                                        0,
                                        100)
                                .stream()
                                .map(QuotaRow::quota)
                                .mapToLong(
                                        amount -> amount.orZero(ResourceName.REQUESTS_CPU).value())
                                .sum();
                long reserved =
                        jdbc.sql("select coalesce(sum(amount), 0) from request_reservation")
                                .query(Long.class)
                                .single();
                fullest.accumulateAndGet(granted + reserved, Math::max);
                assertThat(granted + reserved)
                        .as("seed %d: %d granted, %d reserved", SEED, granted, reserved)
                        .isLessThanOrEqualTo(POOL_MILLICORES);
            });
        }

        private static RequestDraft more(String quota, RandomGenerator random) {
            String cores = String.valueOf(1 + random.nextInt(20));
            return new RequestDraft(
                    quota,
                    new RequestContent.Increase(
                            List.of(
                                    new PoolAmount(
                                            "provincial",
                                            "gov-x86",
                                            Map.of("requests.cpu", cores)))),
                    "扩容");
        }
    }
}
