package io.jiyun.operator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jiyun.operator.testbed.AuditStream;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Pods;
import io.jiyun.operator.testbed.Retrying;
import io.jiyun.operator.testbed.Testbed;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@OnControlPlane(audited = true)
class AuditTest {
    /** Says so when turns begin. */
    private final Logger turns =
            (Logger) LoggerFactory.getLogger("io.jiyun.operator.bureauquota.Turns");

    private final ListAppender<ILoggingEvent> begun = new ListAppender<>();

    @BeforeEach
    void listenForTurns() {
        begun.start();
        turns.setLevel(Level.DEBUG);
        turns.addAppender(begun);
    }

    @AfterEach
    void listenNoMore() {
        turns.detachAppender(begun);
        turns.setLevel(null);
    }

    @Test
    void whoIsRefusedIsServedAtOnceBecauseTheAuditStreamTellsWhoItWas(Testbed testbed)
            throws Exception {
        testbed.declareAuditedCloud();
        testbed.startOperator();
        testbed.bureau("quiet")
                .granted("requests.cpu", "8", "requests.memory", "8Gi", "pods", "40")
                .on("one", "two", "three", "four")
                .apply();
        testbed.awaitReady("quiet");
        Pod small = create(testbed, "one", "100m");
        testbed.awaitCloudCondition("cloud", "AuditHeard", "True");

        Pod large = Retrying.until(() -> create(testbed, "three", "7"));
        assertThat(large.getMetadata().getNamespace()).isEqualTo(testbed.name("three"));
        testbed.admin().resource(large).withGracePeriod(0).delete();

        Pod grown =
                Retrying.until(() -> Pods.resized(testbed.admin(), small, new Quantity("7500m")));
        assertThat(grown.getMetadata().getName()).isEqualTo(small.getMetadata().getName());
        assertThat(begun.list) // other classes' operators may be at it
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(said -> said.contains(testbed.cloud()));

        testbed.admin().resource(grown).withGracePeriod(0).delete();
        forgedStreamsHaveNoEffect(testbed);
    }

    private static void forgedStreamsHaveNoEffect(Testbed testbed) {
        AuditStream own = testbed.auditStream();

        assertThatThrownBy(() -> claim(testbed, new AuditStream(own.cloud(), "guessed"), "two"))
                .hasMessageContaining("Unauthorized");
        assertThatThrownBy(() -> claim(testbed, new AuditStream("other", own.token()), "two"))
                .hasMessageContaining("Unauthorized");
        claim(testbed, own, "four");

        testbed.await(testbed.quota("four"), quota -> quota != null && cpu(quota) >= 6);
        assertThat(cpu(testbed.quota("two").get())).isLessThan(3);
    }

    private static double cpu(ResourceQuota quota) {
        return Objects.requireNonNull(quota.getSpec().getHard().get("requests.cpu"))
                .getNumericalAmount()
                .doubleValue();
    }

    /** Says that six cores were refused in a namespace. */
    private static void claim(Testbed testbed, AuditStream stream, String namespace) {
        String batch =
                """
                {"kind":"EventList","apiVersion":"audit.k8s.io/v1","items":[
                {"stage":"ResponseComplete","verb":"create","user":{"username":"ann"},
                 "objectRef":{"resource":"pods","namespace":"%s","name":"big"},
                 "responseStatus":{"code":403,"message":"pods \\"big\\" is forbidden: exceeded \
                quota: jiyun-quota, requested: requests.cpu=6, used: requests.cpu=0, limited: \
                requests.cpu=1"},
                 "stageTimestamp":"%s"}]}
                """
                        .formatted(testbed.name(namespace), Instant.now());
        Config sender = stream.client(testbed.plane().audit().orElseThrow());
        try (KubernetesClient client = new KubernetesClientBuilder().withConfig(sender).build()) {
            client.raw(sender.getMasterUrl().replaceAll("/+$", ""), "POST", batch);
        }
    }

    private static Pod create(Testbed testbed, String namespace, String cpu) {
        return testbed.admin().resource(Pods.of(testbed.name(namespace), cpu, "64Mi")).create();
    }
}
