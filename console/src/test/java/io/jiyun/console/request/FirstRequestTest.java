package io.jiyun.console.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.access.Actor;
import io.jiyun.console.access.Role;
import io.jiyun.console.bureau.BureauRegister;
import io.jiyun.console.quota.QuotaChangeLine;
import io.jiyun.console.quota.QuotaNotFound;
import io.jiyun.console.quota.Quotas;
import io.jiyun.console.request.RequestContent.PoolAmount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FirstRequestTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends First {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends First {}

    /** A bureau that is registered and holds no quota. */
    abstract static class First extends RequestTests {
        private static final Actor TEACHER = STRANGER;
        private static final Actor DEAN = person("education-head", Role.BUREAU_HEAD, EDUCATION);

        @Autowired private BureauRegister bureaus;

        @BeforeEach
        void aBureauWithoutQuota() {
            bureaus.enter(EDUCATION, "云江省教育厅", null);
            as(TEACHER);
        }

        @Test
        void itsFirstRequestMakesTheQuotaItNames() {
            String number = filed(first("education", "20"));
            assertThat(requests.feasibility(number).feasible()).isTrue();
            requests.submit(number, Handling.PLAIN);
            assertThat(rows("request_reservation")).isEqualTo(1);
            for (Actor person : List.of(DEAN, ADMIN, ADMIN, REVIEWER)) {
                as(person);
                done(tasks.approve(number, "", Handling.PLAIN));
            }

            assertThat(state(number)).isEqualTo(RequestState.PROVISIONING);
            as(TEACHER);
            assertThat(quotas.detail("education").row().bureauName()).isEqualTo("云江省教育厅");
            assertThat(quotas.detail("education").row().quota().print())
                    .isEqualTo(Map.of("requests.cpu", "20"));
            assertThat(quotas.history("education"))
                    .singleElement()
                    .extracting(QuotaChangeLine::kind)
                    .isEqualTo("CREATED");
            assertThat(rows("outbox where quota_name = 'education'")).isEqualTo(1);
            assertThat(rows("request_reservation")).isZero();
        }

        @Test
        void aNameThatIsNoneIsSaid() {
            String number = filed(first("教育厅", "20"));

            assertThat(refused(requests.submit(number, Handling.PLAIN)))
                    .containsExactly("InvalidQuotaName");
        }

        @Test
        void aNameTakenMeanwhileIsSaidAndNothingIsGiven() {
            String number = filed(first("teaching", "20"));
            requests.submit(number, Handling.PLAIN);
            as(ADMIN);
            quotas.create(
                    "teaching",
                    Quotas.draft(HEALTH, "teaching", Map.of("requests.cpu", "1")),
                    Quotas.because("首次分配"));

            assertThat(requests.feasibility(number).violations())
                    .extracting(violation -> violation.reason())
                    .contains("QuotaNameTaken");
        }

        @Test
        void aBureauThatHoldsOneOnlyAsksForThatOne() {
            as(CLERK);

            assertThatThrownBy(() -> filed(first("second", "5"))).isInstanceOf(QuotaNotFound.class);
        }

        private String filed(RequestDraft draft) {
            return number(requests.create(draft, Handling.PLAIN));
        }

        private static RequestDraft first(String name, String cores) {
            return new RequestDraft(
                    name,
                    new RequestContent.Increase(
                            List.of(
                                    new PoolAmount(
                                            "provincial",
                                            "gov-x86",
                                            Map.of("requests.cpu", cores)))),
                    "新建教育云平台");
        }
    }
}
