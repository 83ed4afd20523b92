package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.jiyun.operator.cloud.RefusalMetrics.Count;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class RefusalMetricsTest {
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
            # HELP apiserver_validating_admission_policy_check_duration_seconds [BETA] Latency
            # TYPE apiserver_validating_admission_policy_check_duration_seconds histogram
            apiserver_validating_admission_policy_check_duration_seconds_count{enforcement_action="audit",error_type="invalid_error",policy="jiyun-refusals-cpu-7",policy_binding="jiyun-refusals-cpu-7b"} 5
            # HELP apiserver_validating_admission_policy_check_total [BETA] Total
            # TYPE apiserver_validating_admission_policy_check_total counter
            apiserver_validating_admission_policy_check_total{enforcement_action="audit",error_type="invalid_error",policy="jiyun-refusals-cpu-7",policy_binding="jiyun-refusals-cpu-7b"} 2
            apiserver_validating_admission_policy_check_total{enforcement_action="allow",error_type="invalid_error",policy="jiyun-refusals-cpu-7",policy_binding="jiyun-refusals-cpu-7b"} 11
            apiserver_validating_admission_policy_check_total{enforcement_action="allow",error_type="invalid_error",policy="jiyun-refusals-memory-7",policy_binding="jiyun-refusals-memory-7b"} 3
            apiserver_validating_admission_policy_check_total{enforcement_action="audit",error_type="invalid_error",policy="jiyun-refusals-cpu-7",policy_binding="jiyun-refusals-cpu-70"} 1
            apiserver_validating_admission_policy_check_total{enforcement_action="deny",error_type="invalid_error",policy="jiyun-protection",policy_binding="jiyun-protection"} 9
            # HELP apiserver_watch_cache_events_received_total Counter
            apiserver_watch_cache_events_received_total 3
            """;

    @Test
    void addsUpWhatQuotaRefusedAndReadsNoFurtherThanItHasTo() throws IOException {
        BufferedReader text = new BufferedReader(new StringReader(METRICS));

        assertThat(RefusalMetrics.read(text, false))
                .hasValueSatisfying(read -> {
                    assertThat(read.refused()).isEqualTo(15);
                    assertThat(read.cells()).isNull();
                });
        assertThat(text.readLine()).startsWith("apiserver_admission_step");
    }

    @Test
    void readsHowManyWereRefusedInEachCellAndTheSumOfTheirSizes() throws IOException {
        BufferedReader text = new BufferedReader(new StringReader(METRICS));

        assertThat(RefusalMetrics.read(text, true))
                .hasValueSatisfying(read ->
                        assertThat(read.cells())
                                .containsOnly(
                                        entry(new RefusalCell(7, 11), new Count(2, 11, 3)),
                                        entry(new RefusalCell(7, 0), new Count(1, 0, 0))));
        assertThat(text.readLine()).startsWith("apiserver_watch_cache");
    }

    @Test
    void isUnknownWhereTheMetricsAreNotThoseOfAnApiServer() throws IOException {
        assertThat(RefusalMetrics.read(new BufferedReader(new StringReader("up 1\n")), true))
                .isEmpty();
    }
}
