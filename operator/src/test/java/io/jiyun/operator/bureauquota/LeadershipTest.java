package io.jiyun.operator.bureauquota;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@OnControlPlane(simulated = true)
class LeadershipTest {

    @Test
    void aStaleLeaderShowsThatItIsNone(Testbed testbed) throws IOException {
        PrometheusRegistry metrics = new PrometheusRegistry();
        Leadership first = leadership(testbed);
        LeadershipMetrics.register(metrics, first);
        assertThat(told(metrics)).contains("state{state=\"waiting\"} 1");

        long epoch = first.epoch();
        assertThat(first.confirm(epoch)).isTrue();
        assertThat(told(metrics))
                .contains("state{state=\"leading\"} 1", "jiyun_leadership_epoch " + epoch);

        long later = leadership(testbed).epoch();
        assertThat(later).isGreaterThan(epoch);
        assertThat(first.confirm(epoch)).isFalse();
        assertThat(told(metrics))
                .contains("state{state=\"overtaken\"} 1", "state{state=\"leading\"} 0");
    }

    private static Leadership leadership(Testbed testbed) {
        return new Leadership(testbed.admin(), found -> {});
    }

    private static String told(PrometheusRegistry metrics) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, metrics.scrape());
        return text.toString(StandardCharsets.UTF_8);
    }
}
