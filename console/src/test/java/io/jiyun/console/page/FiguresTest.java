package io.jiyun.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.amount.Bytes;
import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.Cpu;
import io.jiyun.quota.amount.ResourceName;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final long GIBIBYTE = 1L << 30;
    private final Figures chinese = Figures.in(Locale.SIMPLIFIED_CHINESE);
    private final Figures english = Figures.in(Locale.ENGLISH);

    @Test
    void amountsAreSaidInTheUnitsPeopleUse() {
        assertThat(chinese.amount(new Cpu(12_500))).isEqualTo("12.5 核");
        assertThat(english.amount(new Cpu(4_000_000))).isEqualTo("4,000 cores");
        assertThat(chinese.amount(new Bytes(40 * GIBIBYTE))).isEqualTo("40 GiB");
        assertThat(chinese.amount(new Bytes(1_408 * GIBIBYTE))).isEqualTo("1,408 GiB");
        assertThat(chinese.amount(new Bytes(16 * 1024 * GIBIBYTE))).isEqualTo("16 TiB");
        assertThat(chinese.amount(new Count(200))).isEqualTo("200");
    }

    @Test
    void whatIsUnknownIsADashAndNeverZero() {
        assertThat(chinese.amount(null)).isEqualTo("—");
        assertThat(chinese.pair(null, new Cpu(1_000))).isEqualTo("— / 1 核");
        assertThat(Figures.percent(null)).isEqualTo("—");
        assertThat(Figures.moment(null)).isEqualTo("—");
    }

    @Test
    void usedAndQuotaShareAUnit() {
        assertThat(chinese.pair(new Bytes(512 * GIBIBYTE), new Bytes(2_048 * GIBIBYTE)))
                .isEqualTo("0.5 / 2 TiB");
        assertThat(chinese.pair(new Cpu(1_500), new Cpu(10_000))).isEqualTo("1.5 / 10 核");
        assertThat(chinese.pair(new Count(3), new Count(200))).isEqualTo("3 / 200");
    }

    @Test
    void momentsAreThoseOfShanghai() {
        assertThat(Figures.moment(Instant.parse("2026-11-21T17:05:00Z")))
                .isEqualTo("2026-11-22 01:05");
    }

    @Test
    void rareResourcesKeepTheirOwnName() {
        assertThat(chinese.resource(ResourceName.REQUESTS_CPU)).isEqualTo("处理器");
        assertThat(chinese.resource(new ResourceName("count/secrets"))).isEqualTo("count/secrets");
    }
}
