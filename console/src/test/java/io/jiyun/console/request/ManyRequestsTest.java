package io.jiyun.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.workflow.RequestType;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class ManyRequestsTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Many {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Many {}

    /** Ten thousand requests of a thousand bureaus. */
    abstract static class Many extends RequestTests {
        private static final int REQUESTS = 10_000;
        private static final int BUREAUS = 1_000;
        private static final int ROUNDS = 20;

        /** Far above what is measured on a quiet machine, so that only a lost index fails. */
        private static final long SLOWEST_MILLIS = 300;

        @Autowired private JdbcTemplate template;

        @BeforeEach
        void tenThousandRequests() {
            String sql =
                    "insert into request (number, type, quota_name, bureau_code, bureau_name,"
                        + " content, reason, state, stage, stage_role, due_on, overdue, round,"
                        + " workflow_version, filer, version, created_at, submitted_at, changed_at)"
                        + " values (?, 'INCREASE', ?, ?, ?, '{\"pools\":[]}', '扩容', ?, 1, ?,"
                        + " current_date, false, 1, 1, 'somebody', 1, current_timestamp,"
                        + " current_timestamp, current_timestamp)";
            template.batchUpdate(
                    sql,
                    java.util.stream.IntStream.range(0, REQUESTS)
                            .mapToObj(number -> {
                                int bureau = number % BUREAUS;
                                boolean open = number % 10 == 0;
                                return new Object[] {
                                    "REQ-2030-%06d".formatted(number),
                                    "quota-" + bureau,
                                    "CODE%06d".formatted(bureau),
                                    "第" + bureau + "局",
                                    open ? "PENDING" : "DONE",
                                    open ? "CLOUD_ADMIN" : null
                                };
                            })
                            .toList());
            as(ADMIN);
        }

        @Test
        void listsAndTasksArePagedInMilliseconds() {
            RequestFilter pending =
                    new RequestFilter("第7", RequestState.PENDING, RequestType.INCREASE, null);
            long[] times =
                    LongStream.range(0, ROUNDS)
                            .map(round -> {
                                long start = System.nanoTime();
                                requests.page(RequestFilter.ALL, RequestSort.NEWEST, 50, 50);
                                requests.count(RequestFilter.ALL);
                                requests.page(pending, RequestSort.NEWEST, 0, 50);
                                tasks.page(RequestFilter.ALL, RequestSort.MOST_URGENT, 0, 50);
                                tasks.count(RequestFilter.ALL);
                                return (System.nanoTime() - start) / 1_000_000;
                            })
                            .sorted()
                            .toArray();

            System.out.println("Five questions to 10,000 requests, ms: " + Arrays.toString(times));
            assertThat(requests.count(RequestFilter.ALL)).isEqualTo(REQUESTS);
            assertThat(tasks.count(RequestFilter.ALL)).isEqualTo(REQUESTS / 10);
            assertThat(times[ROUNDS / 2]).isLessThan(SLOWEST_MILLIS);
        }
    }
}
