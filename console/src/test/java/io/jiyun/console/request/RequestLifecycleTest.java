package io.jiyun.console.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.quota.Decision;
import io.jiyun.console.quota.QuotaChangeLine;
import io.jiyun.console.quota.Quotas;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RequestLifecycleTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Lifecycle {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Lifecycle {}

    /** From a draft to quota in force, and every way out on the way. */
    abstract static class Lifecycle extends RequestTests {

        @Test
        void anIncreaseGoesThroughAllHandsAndIsInForceWithItsNumber() {
            String number = approved(more("20"));

            assertThat(number).matches("REQ-\\d{4}-\\d{6}");
            assertThat(state(number)).isEqualTo(RequestState.PROVISIONING);
            assertThat(cores()).isEqualTo("30");
            assertThat(quotas.detail("health").grants())
                    .extracting(grant -> grant.requestId() + grant.resources().print())
                    .contains(number + "{requests.cpu=20}");
            assertThat(quotas.history("health").getFirst())
                    .extracting(QuotaChangeLine::changeId)
                    .isEqualTo(number);
            assertThat(rows("request_reservation")).isZero();

            chasing.look();
            assertThat(state(number)).isEqualTo(RequestState.PROVISIONING);
            clusterFollows("30", "5");
            chasing.look();
            assertThat(state(number)).isEqualTo(RequestState.TRIAL);

            as(HEAD);
            assertThat(done(tasks.confirm(number, "运行正常", Handling.PLAIN)))
                    .isEqualTo(RequestState.DONE);
            assertThat(requests.detail(number).timeline())
                    .extracting(TimelineEntry::kind)
                    .containsExactly(
                            EventKind.CREATED,
                            EventKind.SUBMITTED,
                            EventKind.APPROVED,
                            EventKind.LEFT_TO_PEOPLE,
                            EventKind.APPROVED,
                            EventKind.APPROVED,
                            EventKind.APPROVED,
                            EventKind.CARRIED_OUT,
                            EventKind.IN_FORCE,
                            EventKind.CONFIRMED,
                            EventKind.ARCHIVED);
        }

        @Test
        void filingAndApprovingAreDifferentPeopleAndFourEyesAreFour() {
            as(ADMIN);
            String own = number(requests.create(more("1"), Handling.PLAIN));
            done(requests.submit(own, Handling.PLAIN));
            as(HEAD);
            done(tasks.approve(own, "", Handling.PLAIN));
            as(ADMIN);
            assertThat(refused(tasks.approve(own, "", Handling.PLAIN)))
                    .containsExactly("OwnRequest");

            String number = reviewed(more("20"));
            assertThat(refused(tasks.approve(number, "", Handling.PLAIN)))
                    .containsExactly("FourEyes");
            assertThat(requests.detail(number).possible()).doesNotContain(Step.APPROVE);
            as(HEAD);
            assertThat(refused(tasks.approve(number, "", Handling.PLAIN)))
                    .containsExactly("NotYourTask");
        }

        @Test
        void whatIsSubmittedIsReservedUntilTheRequestEnds() {
            String first = submitted(more("60"));
            assertThat(refused(requests.submit(file(more("40")), Handling.PLAIN)))
                    .containsExactly("ExceedsPool");

            as(ADMIN);
            assertThat(quotas.create("education", Quotas.education("40"), Quotas.because("抢占")))
                    .isInstanceOf(Decision.Refused.class);
            assertThat(quotas.create("education", Quotas.education("30"), Quotas.because("刚好")))
                    .isInstanceOf(Decision.Accepted.class);

            as(HEAD);
            assertThat(done(tasks.reject(first, "预算不足", "先缩容测试环境", Handling.PLAIN)))
                    .isEqualTo(RequestState.REJECTED);
            assertThat(rows("request_reservation")).isZero();
            submitted(more("60"));
        }

        @Test
        void aRejectionNeedsReasonsAndAdvice() {
            String number = submitted(more("20"));
            as(HEAD);

            assertThat(refused(tasks.reject(number, "", " ", Handling.PLAIN)))
                    .containsExactly("ReasonMissing", "ReasonMissing");
            assertThat(state(number)).isEqualTo(RequestState.PENDING);
            assertThat(rows("request_reservation")).isEqualTo(1);
        }

        @Test
        void aReturnedRequestIsCorrectedAndGoesThroughAllHandsAgain() {
            String number = submitted(more("20"));
            as(HEAD);
            done(tasks.giveBack(number, "数量偏大", List.of("pools"), Handling.PLAIN));
            assertThat(rows("request_reservation")).isZero();

            as(CLERK);
            assertThat(tasks.page(RequestFilter.ALL, RequestSort.MOST_URGENT, 0, 10))
                    .extracting(RequestRow::number)
                    .containsExactly(number);
            done(requests.edit(number, more("10"), Handling.PLAIN));
            assertThat(done(requests.submit(number, Handling.PLAIN)))
                    .isEqualTo(RequestState.PENDING);
            assertThat(requests.detail(number).row().stage()).isZero();
        }

        @Test
        void theFilerWithdrawsAndNobodyElse() {
            String number = submitted(more("20"));
            as(HEAD);
            assertThat(refused(requests.withdraw(number, "", Handling.PLAIN)))
                    .containsExactly("NotTheFiler");
            as(CLERK);
            assertThat(done(requests.withdraw(number, "不再需要", Handling.PLAIN)))
                    .isEqualTo(RequestState.WITHDRAWN);
            assertThat(rows("request_reservation")).isZero();
            assertThat(refused(requests.withdraw(number, "", Handling.PLAIN)))
                    .containsExactly("NotNow");
        }

        @Test
        void aForeignBureauFindsNothing() {
            String number = submitted(more("20"));
            as(STRANGER);

            assertThat(requests.count(RequestFilter.ALL)).isZero();
            assertThat(requests.count(new RequestFilter("", null, null, HEALTH))).isZero();
            assertThatThrownBy(() -> requests.detail(number)).isInstanceOf(RequestNotFound.class);
            assertThatThrownBy(() -> requests.withdraw(number, "", Handling.PLAIN))
                    .isInstanceOf(RequestNotFound.class);
            assertThatThrownBy(() -> requests.duplicate(number, Handling.PLAIN))
                    .isInstanceOf(RequestNotFound.class);
            assertThatThrownBy(() -> tasks.approve(number, "", Handling.PLAIN))
                    .isInstanceOf(RequestNotFound.class);
            assertThatThrownBy(() -> requests.create(more("1"), Handling.PLAIN))
                    .isInstanceOf(io.jiyun.console.quota.QuotaNotFound.class);
        }
    }
}
