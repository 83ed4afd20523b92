package io.jiyun.console.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.Loan;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import io.jiyun.quota.tree.BureauQuotaRules;
import io.jiyun.quota.tree.Province;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a preview accepts is what the operator admits, in a pool of a hundred cores. */
@OnH2
class SameJudgementTest extends ConsoleTests {
    @Autowired private QuotaService quotas;

    @BeforeEach
    void twoBureaus() {
        cluster().appliedByHand(Quotas.manifest("health", HEALTH, "10"));
        cluster().appliedByHand(Quotas.manifest("education", EDUCATION, "59"));
    }

    @ParameterizedTest
    @CsvSource({"9, true", "39, true", "40, false", "50, false"})
    void whatAnAdoptedNamespaceUsesIsNothingThePoolEverGave(String cores, boolean fits) {
        reports("health", "11", "11", "50");
        reports("education", "60", "60", "20");

        agree("health", cores, fits);
    }

    @ParameterizedTest
    @CsvSource({"39, true", "40, false"})
    void whatABureauBorrowsIsCountedOnceAndWithItsLender(String cores, boolean fits) {
        reports("health", "11", "41", "41", loan("education", "30"));
        reports("education", "60", "30", "20");

        agree("health", cores, fits);
    }

    @ParameterizedTest
    @CsvSource({"88, true", "89, false"})
    void neitherDoesALoanTakeRoomFromOthers(String cores, boolean fits) {
        reports("health", "11", "41", "41", loan("education", "30"));
        reports("education", "60", "30", "20");

        agree("education", cores, fits);
    }

    @Test
    void slicesThatStillStandAfterAQuotaWasLoweredCountAsGiven() {
        reports("health", "11", "45", "40");
        reports("education", "60", "60", "20");

        agree("health", "42", true);
    }

    private void agree(String name, String cores, boolean fits) {
        QuotaDraft draft =
                quotas.detail(name)
                        .draft()
                        .withPools(
                                List.of(
                                        new PoolDraft(
                                                "provincial",
                                                "gov-x86",
                                                Map.of("requests.cpu", cores))));
        assertThat(quotas.preview(name, draft).acceptable()).isEqualTo(fits);
        assertThat(operatorAdmits(name, cores)).isEqualTo(fits);
    }

    private boolean operatorAdmits(String name, String cores) {
        Cluster seen = cluster();
        BureauQuota quota = Optional.of(name).flatMap(seen::quota).orElseThrow();
        BureauQuotaSpec spec = quota.getSpec();
        Grant temporary = spec.grantsOrEmpty().getLast();
        BureauQuota asked = Quotas.manifest(name, spec.bureau().code(), cores);
        assertThat(asked.getSpec().grantsOrEmpty().getLast()).isEqualTo(temporary);
        asked.setStatus(quota.getStatus());
        Province province = Province.of(seen.clouds(), seen.quotas(), time().instant());
        return BureauQuotaRules.check(asked, province, time().instant()).isEmpty();
    }

    private void reports(String name, String hard, String granted, String used, Loan... loans) {
        PoolUsage pool =
                new PoolUsage(
                        "provincial",
                        "gov-x86",
                        cpu(hard),
                        cpu(granted),
                        cpu(used),
                        null,
                        null,
                        null);
        NamespaceSlice slice =
                new NamespaceSlice(
                        name + "-prod",
                        "provincial",
                        "gov-x86",
                        cpu(granted),
                        cpu(granted),
                        cpu(used));
        cluster()
                .reports(
                        name,
                        new BureauQuotaStatus(
                                1L,
                                null,
                                List.of(pool),
                                List.of(slice),
                                null,
                                null,
                                "",
                                null,
                                List.of(loans),
                                null,
                                null));
    }

    private static Loan loan(String lender, String cores) {
        return new Loan("provincial", "gov-x86", lender, cpu(cores), null, null);
    }

    private static Map<String, Quantity> cpu(String cores) {
        return Map.of("requests.cpu", new Quantity(cores));
    }
}
