package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.console.access.Role;
import io.jiyun.console.calendar.WorkingDays;
import io.jiyun.console.notice.Audience;
import io.jiyun.console.notice.NoticeKind;
import io.jiyun.console.notice.NoticeProperties;
import io.jiyun.console.notice.Notices;
import io.jiyun.quota.tree.GrantedQuota;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells a bureau and the cloud administrators, once, that a temporary grant ends soon. */
@Component
public class EndingGrants {
    private static final Logger LOG = LoggerFactory.getLogger(EndingGrants.class);

    private final QuotaTable quotas;
    private final Notices notices;
    private final NoticeProperties properties;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EndingGrants(
            QuotaTable quotas,
            Notices notices,
            NoticeProperties properties,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.quotas = quotas;
        this.notices = notices;
        this.properties = properties;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    public void look() {
        Instant now = clock.instant();
        Instant horizon = now.plus(properties.beforeGrantEnds());
        for (StoredQuota quota : quotas.all(null)) {
            for (Grant grant : quota.spec().grantsOrEmpty()) {
                String until = grant.validUntil();
                if (until != null && GrantedQuota.isValid(grant, now)) {
                    tellIfSoon(quota, grant, until, horizon);
                }
            }
        }
    }

    private void tellIfSoon(StoredQuota quota, Grant grant, String until, Instant horizon) {
        try {
            OffsetDateTime end = OffsetDateTime.parse(until);
            if (end.toInstant().isBefore(horizon)) {
                transaction.executeWithoutResult(status -> {
                    if (isNews(quota, grant, end)) {
                        tell(quota, grant, WorkingDays.day(end.toInstant()));
                    }
                });
            }
        } catch (RuntimeException e) {
            // One that cannot be told must not keep the others from being told.
            LOG.warn("The end of grant {} of {} was not told", grant.requestId(), quota.name(), e);
        }
    }

    private void tell(StoredQuota quota, Grant grant, LocalDate end) {
        notices.tell(
                concerned(quota),
                NoticeKind.GRANT_EXPIRING,
                "quotas/" + quota.name(),
                quota.name(),
                grant.requestId(),
                end.toString(),
                Long.toString(ChronoUnit.DAYS.between(WorkingDays.today(clock), end)));
    }

    /** Notes it; false where a console noted it before. A grant in several pools ends once. */
    private boolean isNews(StoredQuota quota, Grant grant, OffsetDateTime end) {
        return jdbc.sql(
                                "insert into ending_grant (quota_name, grant_id, ends_at, told_at)"
                                        + " values (:quota, :grant, :end, :now) on conflict do"
                                        + " nothing")
                        .param("quota", quota.name())
                        .param("grant", grant.requestId())
                        .param("end", end.withOffsetSameInstant(ZoneOffset.UTC))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private static Audience concerned(StoredQuota quota) {
        return new Audience.Together(
                List.of(
                        new Audience.Holders(Role.BUREAU_CLERK, quota.bureauCode()),
                        new Audience.Holders(Role.BUREAU_HEAD, quota.bureauCode()),
                        new Audience.Holders(Role.CLOUD_ADMIN, null)));
    }
}
