package io.jiyun.console.quota.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.quota.QuotaEffect;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.PoolKey;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EffectOnSpecTest {
    private static final PoolKey POOL = new PoolKey("provincial", "gov-x86");
    private static final OffsetDateTime MIDNIGHT =
            OffsetDateTime.parse("2027-01-01T00:00:00+08:00");

    @Test
    void aGrantIsWrittenTheWaySchemaAndOperatorReadIt() {
        EffectOnSpec result =
                EffectOnSpec.of(
                        spec(grant("ADJ-1", "10", null)),
                        "REQ-1",
                        new QuotaEffect.Give(cores("5"), MIDNIGHT, MIDNIGHT.plusDays(30)));

        Grant made = result.spec().grantsOrEmpty().getLast();
        assertThat(made.requestId()).isEqualTo("REQ-1");
        assertThat(made.validFrom()).isEqualTo("2027-01-01T00:00:00+08:00");
        assertThat(made.validUntil()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+]08:00");
        assertThat(result.atItsPeak().grantsOrEmpty().getLast().validFrom()).isNull();
    }

    @Test
    void whatIsTakenComesFromTheNewestStandingGrantsAndIsNamed() {
        EffectOnSpec result =
                EffectOnSpec.of(
                        spec(
                                grant("ADJ-1", "10", null),
                                grant("REQ-7", "4", "2099-01-01T00:00:00+08:00"),
                                grant("ADJ-2", "6", null)),
                        "REQ-1",
                        new QuotaEffect.Take(cores("8")));

        assertThat(amounts(result)).containsExactly("ADJ-1 8", "REQ-7 4", "ADJ-2 0");
        assertThat(result.adjusted())
                .containsExactly(
                        "ADJ-2 provincial/gov-x86 {requests.cpu=6} → {requests.cpu=0}",
                        "ADJ-1 provincial/gov-x86 {requests.cpu=10} → {requests.cpu=8}");
    }

    @Test
    void moreThanIsStandingCannotBeTaken() {
        EffectOnSpec result =
                EffectOnSpec.of(
                        spec(
                                grant("ADJ-1", "10", null),
                                grant("REQ-7", "4", "2099-01-01T00:00:00+08:00")),
                        "REQ-1",
                        new QuotaEffect.Take(cores("11")));

        assertThat(result.violations())
                .extracting(SpecViolation::reason)
                .containsExactly("MoreThanStanding");
    }

    @Test
    void onlyATemporaryGrantIsProlonged() {
        BureauQuotaSpec spec =
                spec(grant("ADJ-1", "10", null), grant("REQ-7", "4", "2026-12-01T00:00:00+08:00"));

        assertThat(
                        EffectOnSpec.of(spec, "REQ-9", new QuotaEffect.Prolong("REQ-7", MIDNIGHT))
                                .spec()
                                .grantsOrEmpty()
                                .getLast()
                                .validUntil())
                .isEqualTo("2027-01-01T00:00:00+08:00");
        assertThat(
                        EffectOnSpec.of(spec, "REQ-9", new QuotaEffect.Prolong("ADJ-1", MIDNIGHT))
                                .violations())
                .extracting(SpecViolation::reason)
                .containsExactly("NoSuchGrant");
    }

    @Test
    void leavingAPoolEndsItsGrants() {
        EffectOnSpec result =
                EffectOnSpec.of(
                        spec(grant("ADJ-1", "10", null)), "REQ-1", new QuotaEffect.Leave(POOL));

        assertThat(result.spec().grantsOrEmpty()).isEmpty();
        assertThat(EffectOnSpec.of(spec(), "REQ-1", new QuotaEffect.Leave(POOL)).violations())
                .extracting(SpecViolation::reason)
                .containsExactly("NothingToReturn");
    }

    private static List<String> amounts(EffectOnSpec result) {
        return result.spec().grantsOrEmpty().stream()
                .map(grant ->
                        grant.requestId()
                                + " "
                                + Quantities.declared(grant.resources(), "", new Violations())
                                        .print()
                                        .get("requests.cpu"))
                .toList();
    }

    private static BureauQuotaSpec spec(Grant... grants) {
        return new BureauQuotaSpec(
                new BureauQuotaSpec.Bureau("CODE01", "单位"),
                null,
                List.of(grants),
                List.of(),
                null,
                null);
    }

    private static Grant grant(String id, String cores, @Nullable String until) {
        return new Grant(
                id,
                "provincial",
                "gov-x86",
                Quantities.of(cores(cores).getOrDefault(POOL, Resources.none())),
                null,
                until);
    }

    private static SortedMap<PoolKey, Resources> cores(String cores) {
        SortedMap<PoolKey, Resources> amounts = new TreeMap<>();
        amounts.put(POOL, Quantities.typed(Map.of("requests.cpu", cores), "", new Violations()));
        return amounts;
    }
}
