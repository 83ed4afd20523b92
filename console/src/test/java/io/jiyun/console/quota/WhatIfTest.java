package io.jiyun.console.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.quota.tree.PoolKey;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
class WhatIfTest extends ConsoleTests {
    @Autowired private QuotaService quotas;

    @BeforeEach
    void aBureauWithTenCores() {
        quotas.create("health", Quotas.health("10"), Quotas.because("首次分配"));
    }

    @Test
    void moreThatFitsIsAcceptableAndStoresNothing() {
        WhatIf answer = quotas.whatIf("health", question("20", null, null));

        assertThat(answer.preview().acceptable()).isTrue();
        assertThat(answer.holders())
                .singleElement()
                .satisfies(holder -> assertThat(holder.name()).isEqualTo("health"));
        assertThat(quotas.detail("health").row().version()).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitIsRefusedAlsoWhenItIsToBeginLater() {
        OffsetDateTime march = OffsetDateTime.parse("2027-03-01T00:00:00+08:00");

        assertThat(quotas.whatIf("health", question("200", march, null)).preview().violations())
                .singleElement()
                .satisfies(each -> assertThat(each.zh()).contains("不足"));
    }

    @Test
    void aQuestionThatMakesNoSenseIsAnsweredWithASentence() {
        OffsetDateTime march = OffsetDateTime.parse("2027-03-01T00:00:00+08:00");

        assertThat(quotas.whatIf("health", question("1", march, march)).preview().acceptable())
                .isFalse();
        OffsetDateTime past = OffsetDateTime.parse("2001-03-01T00:00:00+08:00");
        assertThat(
                        quotas.whatIf("health", question("1", past, past.plusDays(1)))
                                .preview()
                                .violations())
                .singleElement()
                .satisfies(each -> assertThat(each.zh()).contains("晚于当前时间"));
        assertThat(quotas.whatIf("health", question("", null, null)).preview().acceptable())
                .isFalse();
        assertThat(quotas.whatIf("health", question("many", null, null)).preview().acceptable())
                .isFalse();
    }

    private static WhatIf.Question question(
            String cores, @Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        return new WhatIf.Question(
                new PoolKey("provincial", "gov-x86"), Map.of("requests.cpu", cores), from, until);
    }
}
