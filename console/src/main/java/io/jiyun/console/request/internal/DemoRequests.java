package io.jiyun.console.request.internal;

import io.jiyun.console.access.Actor;
import io.jiyun.console.access.Role;
import io.jiyun.console.quota.QuotaEffect;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.RequestedChanges;
import io.jiyun.console.request.Handling;
import io.jiyun.console.request.RequestContent;
import io.jiyun.console.request.RequestContent.PoolAmount;
import io.jiyun.console.request.RequestDraft;
import io.jiyun.console.request.RequestFilter;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.quota.tree.PoolKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * A handful of requests for a first look at the product, once the simulated quota is there. None of
 * them has changed quota yet.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "jiyun.dispatch", matchIfMissing = true)
class DemoRequests {
    private static final String QUOTA = "health";
    private static final String CPU = "requests.cpu";
    private static final String MEMORY = "requests.memory";
    private static final Actor ADMIN = new Actor("cloud-admin", "云管理员", Role.CLOUD_ADMIN, null);

    private final Filing filing;
    private final DecidingOnRequests deciding;
    private final RequestList list;
    private final Contents contents;
    private final RequestedChanges changes;
    private final QuotaService quotas;
    private final Clock clock;
    private boolean made;

    DemoRequests(
            Filing filing,
            DecidingOnRequests deciding,
            RequestList list,
            Contents contents,
            RequestedChanges changes,
            QuotaService quotas,
            Clock clock) {
        this.filing = filing;
        this.deciding = deciding;
        this.list = list;
        this.contents = contents;
        this.changes = changes;
        this.quotas = quotas;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1000, fixedDelay = 2000)
    void make() {
        var holder = made ? null : changes.holder(QUOTA).orElse(null);
        if (holder == null) {
            return;
        }
        as(ADMIN);
        PoolKey pool = quotas.detail(QUOTA).pools().getFirst().pool();
        if (hasRoom(holder, pool)) {
            made = true;
            if (list.count(ADMIN, RequestFilter.ALL) == 0) {
                String bureau = holder.bureauCode();
                make(
                        pool,
                        new Actor("health-clerk", "使用单位经办人（卫健委）", Role.BUREAU_CLERK, bureau),
                        new Actor("health-head", "使用单位负责人（卫健委）", Role.BUREAU_HEAD, bureau));
            }
        }
        SecurityContextHolder.clearContext();
    }

    /** Not before the pool itself has been seen. */
    private boolean hasRoom(RequestedChanges.Holder holder, PoolKey pool) {
        QuotaEffect effect =
                contents.effect(
                        new RequestContent.Increase(List.of(amount(pool, Map.of(CPU, "64")))));
        return effect != null
                && changes.preview(
                                "REQ-0",
                                new RequestedChanges.Target(
                                        QUOTA, holder.bureauCode(), holder.bureauName()),
                                effect)
                        .acceptable();
    }

    private void make(PoolKey pool, Actor clerk, Actor head) {
        OffsetDateTime next = clock.instant().atOffset(ZoneOffset.UTC).plusDays(30);
        file(
                clerk,
                new RequestContent.Temporary(
                        List.of(amount(pool, Map.of(CPU, "8"))), next, next.plusDays(60)),
                "流感季预约挂号高峰，需临时增加额度");
        submit(clerk, more(pool, "4", "8Gi"), "门户网站访问量增长一倍，处理器长期高于八成");
        String accepted = submit(clerk, more(pool, "2", "4Gi"), "电子健康码升级，新增两个服务");
        approve(head, accepted, "情况属实，同意");
        approve(ADMIN, accepted, "材料齐全，受理");
        String reviewed = submit(clerk, more(pool, "1", "2Gi"), "疾控直报系统扩容");
        approve(head, reviewed, "同意");
        approve(ADMIN, reviewed, "受理");
        approve(ADMIN, reviewed, "资源池余量充足，技术审核通过");
        String returned = submit(clerk, more(pool, "16", "32Gi"), "扩容");
        as(head);
        check(deciding.giveBack(head, returned, "请写明业务背景和测算依据", List.of(), Handling.PLAIN));
        String rejected = submit(clerk, more(pool, "32", "64Gi"), "新建影像云平台，先行预留");
        as(head);
        check(deciding.reject(head, rejected, "项目尚未立项", "取得立项批复后，按一期规模重新申请", Handling.PLAIN));
        submit(
                clerk,
                new RequestContent.Exemption(
                        pool.cloud(),
                        "health-test",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(90)),
                "灾备演练环境，平时用量很低");
        String withdrawn = submit(clerk, more(pool, "1", "1Gi"), "临时测试");
        as(clerk);
        check(filing.withdraw(clerk, withdrawn, "已改用现有环境", Handling.PLAIN));
    }

    private static RequestContent more(PoolKey pool, String cores, String memory) {
        return new RequestContent.Increase(
                List.of(amount(pool, Map.of(CPU, cores, MEMORY, memory))));
    }

    private static PoolAmount amount(PoolKey pool, Map<String, String> resources) {
        return new PoolAmount(pool.cloud(), pool.pool(), resources);
    }

    private String file(Actor clerk, RequestContent content, String reason) {
        as(clerk);
        return check(
                filing.create(clerk, new RequestDraft(QUOTA, content, reason), Handling.PLAIN));
    }

    private String submit(Actor clerk, RequestContent content, String reason) {
        String number = file(clerk, content, reason);
        return check(filing.submit(clerk, number, Handling.PLAIN));
    }

    private void approve(Actor person, String number, String remark) {
        as(person);
        check(deciding.approve(person, number, remark, Handling.PLAIN));
    }

    private static String check(RequestOutcome outcome) {
        if (outcome instanceof RequestOutcome.Done(String number, long _, var _)) {
            return number;
        }
        throw new IllegalStateException("a demo request was refused: " + outcome);
    }

    private static void as(Actor person) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                person,
                                null,
                                List.of(new SimpleGrantedAuthority(person.role().authority()))));
    }
}
