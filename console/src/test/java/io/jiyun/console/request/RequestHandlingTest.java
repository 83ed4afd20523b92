package io.jiyun.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.access.Role;
import io.jiyun.console.request.RequestContent.PoolAmount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RequestHandlingTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Errands {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Errands {}

    /** Who is told, who stands in, and what is said when something is amiss. */
    abstract static class Errands extends RequestTests {

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
