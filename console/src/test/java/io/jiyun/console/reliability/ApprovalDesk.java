package io.jiyun.console.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.access.Actor;
import io.jiyun.console.access.Role;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.Quotas;
import io.jiyun.console.request.Handling;
import io.jiyun.console.request.RequestContent;
import io.jiyun.console.request.RequestContent.PoolAmount;
import io.jiyun.console.request.RequestDraft;
import io.jiyun.console.request.RequestOutcome;
import io.jiyun.console.request.RequestService;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.TaskService;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** The people who take a request to its last approval, and who give it. */
final class ApprovalDesk {
    private static final Actor CLERK = person("clerk", Role.BUREAU_CLERK, ConsoleTests.HEALTH);
    private static final Actor HEAD = person("head", Role.BUREAU_HEAD, ConsoleTests.HEALTH);
    private static final Actor FIRST = person("first", Role.CLOUD_ADMIN, null);
    private static final Actor SECOND = person("second", Role.CLOUD_ADMIN, null);

    private final QuotaService quotas;
    private final RequestService requests;
    private final TaskService tasks;

    ApprovalDesk(QuotaService quotas, RequestService requests, TaskService tasks) {
        this.quotas = quotas;
        this.requests = requests;
        this.tasks = tasks;
    }

    void openQuotaOfTwoCores(String quota) {
        as(FIRST);
        quotas.create(
                quota,
                Quotas.draft(ConsoleTests.HEALTH, quota, Map.of("requests.cpu", "2")),
                Quotas.because("首次分配"));
    }

    /** A request for that many cores more, which lacks only the last approval. */
    String reviewed(String quota, int cores) {
        List<PoolAmount> more =
                List.of(
                        new PoolAmount(
                                "provincial",
                                "gov-x86",
                                Map.of("requests.cpu", Integer.toString(cores))));
        as(CLERK);
        RequestOutcome filed =
                requests.create(
                        new RequestDraft(quota, new RequestContent.Increase(more), "访问量增长"),
                        Handling.PLAIN);
        String number = done(filed).number();
        done(requests.submit(number, Handling.PLAIN));
        as(HEAD);
        done(tasks.approve(number, "同意", Handling.PLAIN));
        as(FIRST);
        done(tasks.approve(number, "受理", Handling.PLAIN));
        done(tasks.approve(number, "核实", Handling.PLAIN));
        return number;
    }

    /** Gives the last approval; again with the same key when nobody knows whether it was taken. */
    RequestState approve(String number) {
        as(SECOND);
        return done(tasks.approve(number, "批准", new Handling(null, "key-" + number))).state();
    }

    RequestState state(String number) {
        as(SECOND);
        return requests.detail(number).row().state();
    }

    private static RequestOutcome.Done done(RequestOutcome outcome) {
        assertThat(outcome).isInstanceOf(RequestOutcome.Done.class);
        return (RequestOutcome.Done) outcome;
    }

    private static Actor person(String username, Role role, @Nullable String bureau) {
        return new Actor(username, username, role, bureau);
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
