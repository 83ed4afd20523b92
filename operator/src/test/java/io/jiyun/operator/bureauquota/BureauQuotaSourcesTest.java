package io.jiyun.operator.bureauquota;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class BureauQuotaSourcesTest {
    @Test
    void aBureauIsDoneOnceWhatIsDeclaredNowIsReportedReady() {
        assertThat(BureauQuotaSources.isDone(quota(2, 2, "True"))).isTrue();
    }

    @Test
    void itIsNotDoneWhileAnOlderDeclarationIsReportedOrItIsNotReadyOrToGo() {
        assertThat(BureauQuotaSources.isDone(new BureauQuota())).isFalse();
        assertThat(BureauQuotaSources.isDone(quota(3, 2, "True"))).isFalse();
        assertThat(BureauQuotaSources.isDone(quota(2, 2, "False"))).isFalse();
        BureauQuota leaving = quota(2, 2, "True");
        leaving.getMetadata().setDeletionTimestamp("2026-11-22T12:00:00Z");
        assertThat(BureauQuotaSources.isDone(leaving)).isFalse();
    }

    private static BureauQuota quota(long generation, long observed, String ready) {
        BureauQuota quota = new BureauQuota();
        quota.getMetadata().setGeneration(generation);
        quota.setStatus(
                new BureauQuotaStatus(
                        observed,
                        null,
                        null,
                        null,
                        List.of(new ConditionBuilder().withType("Ready").withStatus(ready).build()),
                        null));
        return quota;
    }
}
