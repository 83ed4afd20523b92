package io.jiyun.quota.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolDecisionTest {

    @Test
    void aQuotaThatHadStoodIsMadeAnewWithNothingInIt() {
        PoolDecision decision = decide(slice(pods(5)));
        assertThat(decision.quotas().of("a")).isEqualTo(pods(5));
        assertThat(decision.whenMade("a", Guards.all())).isEqualTo(pods(0));
        assertThat(decision.whenMade("a", Guards.without(Guard.EMPTY_WHEN_MADE_ANEW)))
                .isEqualTo(pods(5));
    }

    @Test
    void theFirstQuotaOfANamespaceIsMadeAtOnce() {
        PoolDecision decision = decide(slice(Resources.none()));
        assertThat(decision.whenMade("a", Guards.all())).isEqualTo(pods(5));
    }

    private static PoolDecision decide(SliceState slice) {
        return PoolDecision.of(new PoolSnapshot(pods(5), List.of(slice)), _ -> false, Guards.all());
    }

    private static SliceState slice(Resources granted) {
        Resources none = Resources.none();
        return new SliceState("a", true, 1, none, none, granted, null, null, none, none);
    }

    private static Resources pods(int count) {
        return Resources.of(Map.of(ResourceName.PODS, new Count(count)));
    }
}
