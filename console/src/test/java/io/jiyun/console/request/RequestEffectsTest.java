package io.jiyun.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.quota.Decision;
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

class RequestEffectsTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Effects {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Effects {}

    /** What each kind of request does to quota, and which are decided without people. */
    abstract static class Effects extends RequestTests {

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
    }
}
