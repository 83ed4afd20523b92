package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class RefusalCountTest {
    private static final String METRICS =
            """
            # HELP aggregator_discovery_aggregation_count_total Counter of discoveries
            # TYPE aggregator_discovery_aggregation_count_total counter
            aggregator_discovery_aggregation_count_total 7
            # HELP apiserver_admission_controller_admission_duration_seconds Latency
            # TYPE apiserver_admission_controller_admission_duration_seconds histogram
            apiserver_admission_controller_admission_duration_seconds_bucket{name="ResourceQuota",operation="CREATE",rejected="true",type="validate",le="0.005"} 2
            apiserver_admission_controller_admission_duration_seconds_count{name="LimitRanger",operation="CREATE",rejected="true",type="validate"} 50
            apiserver_admission_controller_admission_duration_seconds_count{name="ResourceQuota",operation="CREATE",rejected="false",type="validate"} 1.2e+06
            apiserver_admission_controller_admission_duration_seconds_count{name="ResourceQuota",operation="CREATE",rejected="true",type="validate"} 12
            apiserver_admission_controller_admission_duration_seconds_count{name="ResourceQuota",operation="UPDATE",rejected="true",type="validate"} 3
            # HELP apiserver_admission_step_admission_duration_seconds Latency
            apiserver_admission_step_admission_duration_seconds_count{operation="CREATE",rejected="true",type="validate"} 99
            """;

    private final RefusalCount count = new RefusalCount();

    @Test
    void addsUpWhatQuotaRefusedAndReadsNoFurther() throws IOException {
        BufferedReader text = new BufferedReader(new StringReader(METRICS));

        assertThat(RefusalCount.read(text)).hasValue(15);
        assertThat(text.readLine()).startsWith("apiserver_admission_step");
    }

    @Test
    void isUnknownWhereTheMetricsAreNotThoseOfAnApiServer() throws IOException {
        assertThat(RefusalCount.read(new BufferedReader(new StringReader("up 1\n")))).isEmpty();
    }

    @Test
    void theFirstCountSaysNothingAndALaterOneWhatCameSince() {
        assertThat(count.since(40)).isZero();
        assertThat(count.since(40)).isZero();
        assertThat(count.since(43)).isEqualTo(3);
        assertThat(count.since(43)).isZero();
    }

    @Test
    void severalServersBehindOneAddressAreNotTakenForEachOther() {
        count.since(1_000);
        count.since(20);

        assertThat(count.since(1_000)).isZero();
        assertThat(count.since(20)).isZero();
        assertThat(count.since(22)).isEqualTo(2);
        assertThat(count.since(1_001)).isEqualTo(1);
    }

    @Test
    void aServerThatBeganAnewHasRefusedNothingYet() {
        count.since(1_000);

        assertThat(count.since(0)).isZero();
        assertThat(count.since(1)).isEqualTo(1);
    }
}
