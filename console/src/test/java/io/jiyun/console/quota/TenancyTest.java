package io.jiyun.console.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.access.Role;
import io.jiyun.console.bureau.Bureau;
import io.jiyun.console.bureau.BureauService;
import io.jiyun.console.cloud.CloudCatalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class TenancyTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Tenancy {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Tenancy {}

    /** People of a bureau and everything that is not theirs. */
    abstract static class Tenancy extends ConsoleTests {
        @Autowired private QuotaService quotas;
        @Autowired private BureauService bureaus;
        @Autowired private CloudCatalogue clouds;

        @BeforeEach
        void twoBureaus() {
            quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
            quotas.create("education", Quotas.education("20"), Quotas.because("首次分配"));
        }

        @ParameterizedTest
        @EnumSource(names = {"BUREAU_CLERK", "BUREAU_HEAD"})
        void peopleOfABureauListOnlyTheirOwnQuota(Role role) {
            signIn(role, HEALTH);

            assertThat(quotas.page(QuotaFilter.ALL, QuotaSort.BY_NAME, 0, 50))
                    .extracting(QuotaRow::name)
                    .containsExactly("health");
            assertThat(quotas.count(QuotaFilter.ofText("单位"))).isEqualTo(1);
            assertThat(bureaus.page("", 0, 50)).extracting(Bureau::code).containsExactly(HEALTH);
        }

        @ParameterizedTest
        @EnumSource(names = {"BUREAU_CLERK", "BUREAU_HEAD"})
        void theQuotaOfAnotherBureauDoesNotExistForThem(Role role) {
            signIn(role, HEALTH);

            assertThatThrownBy(() -> quotas.detail("education")).isInstanceOf(QuotaNotFound.class);
            assertThatThrownBy(() -> quotas.history("education")).isInstanceOf(QuotaNotFound.class);
            assertThat(bureaus.find(EDUCATION)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(names = {"BUREAU_CLERK", "BUREAU_HEAD"})
        void theySeeThePoolsButNotWhatOthersHoldOfThem(Role role) {
            signIn(role, HEALTH);

            assertThat(clouds.pools())
                    .singleElement()
                    .satisfies(pool -> {
                        assertThat(pool.allocatable()).isNotNull();
                        assertThat(pool.committed()).isNull();
                        assertThat(pool.used()).isNull();
                    });
        }

        @ParameterizedTest
        @EnumSource(names = {"BUREAU_CLERK", "BUREAU_HEAD"})
        void aPersonOfNoBureauSeesNone(Role role) {
            signIn(role, null);

            assertThat(quotas.count(QuotaFilter.ALL)).isZero();
            assertThat(bureaus.count("")).isZero();
        }
    }
}
