package io.jiyun.console.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.FakeCluster;
import io.jiyun.console.access.Role;
import io.jiyun.console.audit.AuditService;
import io.jiyun.console.audit.AuditVerdict;
import io.jiyun.console.cluster.Documents;
import io.jiyun.console.outbox.Outbox;
import io.jiyun.console.outbox.internal.Dispatcher;
import io.jiyun.console.quota.internal.Resync;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold on one quota once a console has worked off what the killed ones left. */
final class Agreement {
    private final FakeCluster cluster;
    private final Dispatcher dispatcher;
    private final Resync resync;
    private final Outbox outbox;
    private final AuditService audit;
    private final JdbcClient jdbc;

    Agreement(
            FakeCluster cluster,
            Dispatcher dispatcher,
            Resync resync,
            Outbox outbox,
            AuditService audit,
            JdbcClient jdbc) {
        this.cluster = cluster;
        this.dispatcher = dispatcher;
        this.resync = resync;
        this.outbox = outbox;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Requests and their cores: those that were approved, and those that still wait. */
    void check(String quota, Map<String, Integer> approved, Map<String, Integer> open) {
        // A database server takes a moment to notice a death and to unlock the dead one's rows.
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    dispatcher.workOff();
                    return outbox.waiting() == 0;
                });
        int applies = cluster.applies();
        resync.compare();
        dispatcher.workOff();
        assertThat(cluster.applies()).as("database and cluster agree").isEqualTo(applies);

        BureauQuota live = cluster.quota(quota).orElseThrow();
        assertThat(Documents.write(live.getSpec()))
                .isEqualTo(text("select spec from quota where name = ?", quota));
        assertThat(grants(live)).as("each grant once, none lost").isEqualTo(approved);
        assertThat(count("quota_change where quota_name = ?", quota))
                .as("the first decision and one per request")
                .isEqualTo(1 + approved.size());
        approved.keySet().forEach(number -> leftTraces(number, 1));
        open.keySet().forEach(number -> leftTraces(number, 0));
        open.forEach((number, cores) ->
                assertThat(text("select amount from request_reservation where request = ?", number))
                        .isEqualTo(Long.toString(cores * 1000L)));

        ConsoleTests.signIn(Role.AUDITOR, null);
        assertThat(audit.verify()).isInstanceOf(AuditVerdict.Intact.class);
    }

    private void leftTraces(String number, long times) {
        assertThat(count("request_event where kind = 'CARRIED_OUT' and request = ?", number))
                .isEqualTo(times);
        assertThat(count("request_event where stage_key = 'approve' and request = ?", number))
                .isEqualTo(times);
        assertThat(
                        count(
                                "audit_entry where action = 'quota.change' and subject like ?",
                                "%" + number))
                .isEqualTo(times);
        assertThat(count("request_reservation where request = ?", number)).isEqualTo(1 - times);
    }

    /** Fails on a request that has two grants. */
    private static Map<String, Integer> grants(BureauQuota live) {
        return live.getSpec().grantsOrEmpty().stream()
                .filter(grant -> grant.requestId().startsWith("REQ-"))
                .collect(Collectors.toMap(Grant::requestId, Agreement::cores));
    }

    private static int cores(Grant grant) {
        Quantity cores = grant.resources().get("requests.cpu");
        return cores == null ? 0 : Integer.parseInt(cores.toString());
    }

    private long count(String rows, String parameter) {
        return Long.parseLong(text("select count(*) from " + rows, parameter));
    }

    private String text(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(String.class).single();
    }
}
