package io.jiyun.console.request.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.Quotas;
import io.jiyun.console.quota.RequestedChanges;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
class DemoRequestsTest extends ConsoleTests {
    @Autowired private Filing filing;
    @Autowired private DecidingOnRequests deciding;
    @Autowired private RequestList list;
    @Autowired private Contents contents;
    @Autowired private RequestedChanges changes;
    @Autowired private QuotaService quotas;
    @Autowired private Clock demoClock;

    @Test
    void thereIsSomethingToDoForEveryoneOnceTheQuotaIsThereAndNoQuotaHasChanged() {
        DemoRequests demo =
                new DemoRequests(filing, deciding, list, contents, changes, quotas, demoClock);
        demo.make();
        assertThat(rows("request")).isZero();

        cluster().appliedByHand(Quotas.manifest("health", HEALTH, "10"));
        demo.make();
        demo.make();

        assertThat(
                        jdbc.sql("select distinct state from request order by state")
                                .query(String.class)
                                .list())
                .containsExactly("DRAFT", "PENDING", "REJECTED", "RETURNED", "WITHDRAWN");
        assertThat(rows("request where stage_role = 'CLOUD_ADMIN'")).isEqualTo(2);
        assertThat(rows("request where stage_role = 'BUREAU_HEAD'")).isEqualTo(2);
        assertThat(rows("quota_change")).isZero();
    }
}
