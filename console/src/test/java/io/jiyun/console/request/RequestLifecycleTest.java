package io.jiyun.console.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.access.Role;
import io.jiyun.console.quota.Decision;
import io.jiyun.console.quota.QuotaChangeLine;
import io.jiyun.console.quota.QuotaDraft.NamespaceDraft;
import io.jiyun.console.quota.Quotas;
import io.jiyun.console.request.RequestContent.PoolAmount;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
        void whoeverMustActIsToldAndTheFilerLearnsTheOutcome() {
            jdbc.sql("delete from notice").update();
            String number = submitted(more("20"));
            assertThat(told("health-head")).containsExactly("TASK_ASSIGNED");
            as(HEAD);
            done(tasks.giveBack(number, "数量偏大", List.of(), Handling.PLAIN));

            assertThat(told("health-clerk")).containsExactly("REQUEST_RETURNED");
            assertThat(jdbc.sql("select distinct link from notice").query(String.class).list())
                    .containsExactly("requests/" + number);
        }

        @Test
        void theLongestReasonHoldsNoDecisionUp() {
            String number =
                    submitted(new RequestDraft("health", more("1").content(), "业务增长".repeat(500)));
            as(HEAD);
            assertThat(refused(tasks.approve(number, "同意".repeat(1000), Handling.PLAIN)))
                    .containsExactly("TooLong");
            done(tasks.giveBack(number, "请精简".repeat(250), List.of(), Handling.PLAIN));
        }

        private List<String> told(String username) {
            return jdbc.sql("select kind from notice where username = :username")
                    .param("username", username)
                    .query(String.class)
                    .list();
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

        @Test
        void aDecreaseWithinWhatIsFreeIsDecidedAtOnceAndSaysWhy() {
            clusterFollows("10", "3");
            String number = submitted(less("6"));

            assertThat(state(number)).isEqualTo(RequestState.PROVISIONING);
            assertThat(requests.detail(number).timeline())
                    .filteredOn(entry -> entry.kind() == EventKind.DECIDED_BY_RULE)
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.actor()).isEmpty();
                        assertThat(String.valueOf(entry.explanation()))
                                .contains("10 → 4 ≥ 3")
                                .contains("British Columbia");
                    });
            assertThat(cores()).isEqualTo("4");
        }

        @Test
        void aDecreaseBelowWhatIsUsedOrWithUnknownUseIsLeftToPeople() {
            assertThat(state(submitted(less("6")))).isEqualTo(RequestState.PENDING);
            clusterFollows("10", "8");
            assertThat(state(submitted(less("6")))).isEqualTo(RequestState.PENDING);
            assertThat(cores()).isEqualTo("10");
        }

        @Test
        void aTemporaryGrantHoldsItsCapacityBeforeItBegins() {
            OffsetDateTime from =
                    time().instant().plus(Duration.ofDays(10)).atOffset(ZoneOffset.UTC);
            RequestDraft exam =
                    new RequestDraft(
                            "health",
                            new RequestContent.Temporary(
                                    List.of(
                                            new PoolAmount(
                                                    "provincial",
                                                    "gov-x86",
                                                    Map.of("requests.cpu", "50"))),
                                    from,
                                    from.plusDays(30)),
                            "高考报名");
            String number = approved(exam);

            assertThat(cores()).isEqualTo("10");
            assertThat(rows("request_reservation")).isEqualTo(1);
            assertThat(quotas.create("education", Quotas.education("41"), Quotas.because("抢占")))
                    .isInstanceOf(Decision.Refused.class);
            time().letPass(Duration.ofDays(11));
            chasing.look();
            assertThat(cores()).isEqualTo("60");
            assertThat(rows("request_reservation")).isZero();
            assertThat(quotas.create("education", Quotas.education("41"), Quotas.because("抢占")))
                    .isInstanceOf(Decision.Refused.class);
            time().letPass(Duration.ofDays(-11));
            assertThat(state(number)).isEqualTo(RequestState.PROVISIONING);
        }

        @Test
        void aNamespaceIsSettledWithWhatItNeeds() {
            approved(
                    new RequestDraft(
                            "health",
                            new RequestContent.Settlement(
                                    new NamespaceDraft("health-gis", "provincial", "gov-x86"),
                                    Map.of("requests.cpu", "4")),
                            "新建地理信息系统"));

            assertThat(cores()).isEqualTo("14");
            assertThat(quotas.detail("health").draft().namespaces())
                    .extracting(NamespaceDraft::name)
                    .containsExactly("health-prod", "health-gis");
        }

        @Test
        void anExemptionTouchesNoQuota() {
            String number =
                    approved(
                            new RequestDraft(
                                    "health",
                                    new RequestContent.Exemption(
                                            "provincial",
                                            "health-prod",
                                            LocalDate.now(ZoneOffset.UTC).plusDays(90)),
                                    "灾备系统"));

            assertThat(state(number)).isEqualTo(RequestState.DONE);
            assertThat(quotas.history("health")).hasSize(1);
        }

        @Test
        void whatLiesTooLongIsShownToWhoeverStandsAbove() {
            String number = submitted(more("20"));
            time().letPass(Duration.ofDays(20));
            chasing.look();
            chasing.look();

            as(ADMIN);
            assertThat(tasks.page(RequestFilter.ALL, RequestSort.MOST_URGENT, 0, 10))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.number()).isEqualTo(number);
                        assertThat(row.overdue()).isTrue();
                        assertThat(row.escalatedRole()).isEqualTo(Role.CLOUD_ADMIN);
                    });
            assertThat(requests.detail(number).timeline())
                    .filteredOn(entry -> entry.kind() == EventKind.OVERDUE)
                    .hasSize(1);
            time().letPass(Duration.ofDays(-20));
        }

        @Test
        void aTaskIsHandedToAColleagueWhoAloneDecides() {
            String number = submitted(more("20"));
            as(HEAD);
            done(tasks.approve(number, "", Handling.PLAIN));
            as(REVIEWER);
            assertThat(refused(tasks.delegate(number, "health-head", "", Handling.PLAIN)))
                    .containsExactly("NoSuchPerson");
            done(tasks.delegate(number, "cloud-admin", "熟悉该系统", Handling.PLAIN));
            assertThat(refused(tasks.approve(number, "", Handling.PLAIN)))
                    .containsExactly("HandedToOthers");
            as(ADMIN);
            done(tasks.approve(number, "", Handling.PLAIN));
        }

        @Test
        void theSameKeyIsDoneOnceAndAnOldVersionIsStale() {
            Handling keyed = new Handling(null, "key-1");
            as(CLERK);
            String number = number(requests.create(more("20"), keyed));
            assertThat(number(requests.create(more("20"), keyed))).isEqualTo(number);
            assertThat(refused(requests.create(more("21"), keyed)))
                    .containsExactly("IdempotencyKeyReused");

            RequestOutcome first = requests.submit(number, new Handling(1L, "key-2"));
            assertThat(requests.submit(number, new Handling(1L, "key-2"))).isEqualTo(first);
            assertThat(requests.submit(number, new Handling(1L, "key-3")))
                    .isEqualTo(new RequestOutcome.Stale(2));
            assertThat(rows("request")).isEqualTo(1);
        }

        @Test
        void everythingThatIsMissingIsSaidAtOnceAndNothingIsReserved() {
            String number =
                    file(
                            new RequestDraft(
                                    "health",
                                    new RequestContent.Temporary(
                                            List.of(
                                                    new PoolAmount(
                                                            "provincial",
                                                            "gov-x86",
                                                            Map.of("requests.cpu", "ten"))),
                                            null,
                                            null),
                                    " "));

            assertThat(refused(requests.submit(number, Handling.PLAIN)))
                    .containsExactly("MalformedQuantity", "InvalidEnd", "ReasonMissing");
            assertThat(rows("request_reservation")).isZero();
        }
    }
}
