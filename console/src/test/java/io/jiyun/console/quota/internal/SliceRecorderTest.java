package io.jiyun.console.quota.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SliceRecorderTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Recording {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Recording {}

    /** Slices that move. */
    abstract static class Recording extends ConsoleTests {
        @Autowired private SliceRecorder recorder;
        @Autowired private SliceHistoryTable table;

        @BeforeEach
        void nothingMovedYet() {
            jdbc.sql("delete from slice_history").update();
        }

        @Test
        void aMoveIsNotedOnceAndUseAloneIsNone() {
            String name = "moving-" + getClass().getSimpleName();
            recorder.see(quota(name, "4", "1"));
            time().letPass(Duration.ofSeconds(11));
            recorder.see(quota(name, "4", "3"));
            assertThat(table.of(name)).hasSize(1);

            recorder.see(quota(name, "6", "3"));
            assertThat(table.of(name))
                    .hasSize(2)
                    .last()
                    .satisfies(move ->
                            assertThat(move.slices().getFirst().cpuMillis()).isEqualTo(6000));

            time().letPass(Duration.ofDays(15));
            recorder.forget(time().instant());
            assertThat(table.of(name)).isEmpty();
        }

        private static BureauQuota quota(String name, String granted, String used) {
            return Serialization.unmarshal(
                    """
                    metadata: {name: %s}
                    status:
                      namespaces:
                      - {name: a, cloud: c, pool: p, granted: {requests.cpu: "%s"}, used: {requests.cpu: "%s"}}
                    """
                            .formatted(name, granted, used),
                    BureauQuota.class);
        }
    }
}
