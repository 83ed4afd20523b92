package io.jiyun.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.access.Actor;
import io.jiyun.console.access.Role;
import io.jiyun.console.outbox.internal.Dispatcher;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.Quotas;
import io.jiyun.console.request.RequestContent.PoolAmount;
import io.jiyun.console.request.internal.Chasing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** People of a bureau with ten cores, and those who decide on what they ask for. */
abstract class RequestTests extends ConsoleTests {
    static final Actor CLERK = person("health-clerk", Role.BUREAU_CLERK, HEALTH);
    static final Actor HEAD = person("health-head", Role.BUREAU_HEAD, HEALTH);
    static final Actor ADMIN = person("cloud-admin", Role.CLOUD_ADMIN, null);
    static final Actor REVIEWER = person("cloud-reviewer", Role.CLOUD_ADMIN, null);
    static final Actor STRANGER = person("education-clerk", Role.BUREAU_CLERK, EDUCATION);

    @Autowired protected QuotaService quotas;
    @Autowired protected RequestService requests;
    @Autowired protected TaskService tasks;
    @Autowired protected Chasing chasing;
    @Autowired protected Dispatcher dispatcher;

    @BeforeEach
    void aBureauWithTenCores() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
        as(CLERK);
    }

    static Actor person(String username, Role role, @Nullable String bureau) {
        return new Actor(username, username, role, bureau);
    }

    static void as(Actor person) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                person,
                                null,
                                List.of(new SimpleGrantedAuthority(person.role().authority()))));
    }

    static RequestDraft more(String cores) {
        return new RequestDraft(
                "health",
                new RequestContent.Increase(
                        List.of(
                                new PoolAmount(
                                        "provincial", "gov-x86", Map.of("requests.cpu", cores)))),
                "门户访问量增长");
    }

    static RequestDraft less(String cores) {
        return new RequestDraft(
                "health",
                new RequestContent.Decrease(
                        List.of(
                                new PoolAmount(
                                        "provincial", "gov-x86", Map.of("requests.cpu", cores)))),
                "系统下线");
    }

    String file(RequestDraft draft) {
        as(CLERK);
        return number(requests.create(draft, Handling.PLAIN));
    }

    /** Filed and submitted by the clerk. */
    String submitted(RequestDraft draft) {
        String number = file(draft);
        done(requests.submit(number, Handling.PLAIN));
        return number;
    }

    /** Signed by the head, accepted and reviewed by one administrator. */
    String reviewed(RequestDraft draft) {
        String number = submitted(draft);
        as(HEAD);
        done(tasks.approve(number, "同意", Handling.PLAIN));
        as(ADMIN);
        done(tasks.approve(number, "受理", Handling.PLAIN));
        done(tasks.approve(number, "核实", Handling.PLAIN));
        return number;
    }

    String approved(RequestDraft draft) {
        String number = reviewed(draft);
        as(REVIEWER);
        done(tasks.approve(number, "批准", Handling.PLAIN));
        return number;
    }

    /** The operator takes over what was applied and reports that use. */
    void clusterFollows(String hard, String used) {
        dispatcher.workOff();
        cluster()
                .reportsUse(
                        "health",
                        Map.of(
                                "requests.cpu",
                                io.fabric8.kubernetes.api.model.Quantity.parse(hard)),
                        Map.of(
                                "requests.cpu",
                                io.fabric8.kubernetes.api.model.Quantity.parse(used)));
    }

    static RequestState done(RequestOutcome outcome) {
        assertThat(outcome).isInstanceOf(RequestOutcome.Done.class);
        return ((RequestOutcome.Done) outcome).state();
    }

    static String number(RequestOutcome outcome) {
        assertThat(outcome).isInstanceOf(RequestOutcome.Done.class);
        return ((RequestOutcome.Done) outcome).number();
    }

    static List<String> refused(RequestOutcome outcome) {
        assertThat(outcome).isInstanceOf(RequestOutcome.Refused.class);
        return ((RequestOutcome.Refused) outcome)
                .violations().stream().map(SpecViolation::reason).toList();
    }

    RequestState state(String number) {
        return requests.detail(number).row().state();
    }

    String cores() {
        as(ADMIN);
        return quotas.detail("health").row().quota().print().getOrDefault("requests.cpu", "-");
    }
}
