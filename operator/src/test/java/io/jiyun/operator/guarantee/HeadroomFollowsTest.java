package io.jiyun.operator.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnControlPlane
class HeadroomFollowsTest {
    @Test
    void intoEachNamespaceInTurnAsSoonAsItAsksForMostOfTheQuota(Testbed testbed) {
        testbed.declareCloud();
        testbed.startOperator();
        testbed.bureau("turns")
                .granted("requests.cpu", "8", "requests.memory", "8Gi", "pods", "30")
                .on("a", "b", "c", "d")
                .apply();
        testbed.awaitReady("turns");
        List<String> namespaces = List.of("a", "b", "c", "d").stream().map(testbed::name).toList();
        Place place = new Place("turns", testbed.cloud(), testbed.admin(), namespaces);

        Served slowest = Served.inTurn(List.of(place), "5");

        System.out.println("headroom in turn, slowest: " + slowest);
        assertThat(slowest.seconds()).isLessThan(10);
    }
}
