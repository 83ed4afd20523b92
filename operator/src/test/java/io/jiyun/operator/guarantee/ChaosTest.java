package io.jiyun.operator.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jiyun.operator.testbed.AdmittedSums;
import io.jiyun.operator.testbed.BureauFixture;
import io.jiyun.operator.testbed.MemberPlane;
import io.jiyun.operator.testbed.OnControlPlane;
import io.jiyun.operator.testbed.Testbed;
import io.jiyun.operator.testbed.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Two clouds, two bureaus, sixteen tenants at the edge of the quota, and everything breaks. Set
 * {@code jiyun.chaos.seconds} for a longer run and {@code jiyun.chaos.seed} to repeat an order of
 * faults.
 */
@OnControlPlane(own = true)
class ChaosTest {
    private static final long SECONDS = Long.getLong("jiyun.chaos.seconds", 75);
    private static final long SEED = Long.getLong("jiyun.chaos.seed", 20261122);
    private static final String[] QUOTA = {
        "requests.cpu", "8", "requests.memory", "8Gi", "pods", "30"
    };
    private static final Map<String, String> AS_PODS_SAY =
            Map.of("cpu", "8", "memory", "8Gi", "pods", "30");

    private final Tally tally = new Tally();

    @Test
    void noInstantSeesMoreAdmittedThanTheQuotaAndNobodyStarves(Testbed testbed) throws Exception {
        System.out.println("chaos: seed " + SEED + ", " + SECONDS + " s");
        try (MemberPlane member = MemberPlane.start();
                Fleet fleet = new Fleet(testbed.plane(), tally)) {
            testbed.declareCloud();
            member.joinAs("island", testbed);
            declare(testbed, "health").apply();
            declare(testbed, "schools").apply();
            testbed.awaitReady("health");
            testbed.awaitReady("schools");
            List<Place> places = places(testbed, member);
            try (AdmittedSums hub = judge(testbed.admin(), testbed.cloud(), places);
                    AdmittedSums island = judge(member.admin(), testbed.name("island"), places);
                    Moves moves = new Moves(testbed.admin(), tally);
                    Moves there = new Moves(member.admin(), tally)) {
                disturb(fleet, testbed, member, places);
                awaitReadyAgain(testbed, fleet, "health");
                awaitReadyAgain(testbed, fleet, "schools");
                System.out.println("chaos: " + tally);
                Served slowest = Served.inTurn(places, "5");

                System.out.println("chaos: " + tally);
                System.out.println("chaos: slowest served afterwards: " + slowest);
                judge("hub", hub.judge());
                judge("island", island.judge());
                assertThat(tally.of("denied by quota")).as("at the edge").isPositive();
                assertThat(tally.of("slice moves")).as("slices had to move").isGreaterThan(20);
            }
        }
    }

    private void awaitReadyAgain(Testbed testbed, Fleet fleet, String bureau) {
        try {
            testbed.awaitReadyAgain(bureau);
        } catch (KubernetesClientTimeoutException timeout) {
            throw new AssertionError(
                    "%s leads; %s; %s"
                            .formatted(
                                    fleet.leader(),
                                    tally,
                                    Serialization.asYaml(testbed.bureauQuota(bureau).get())),
                    timeout);
        }
    }

    private static void judge(String plane, Verdict verdict) {
        System.out.printf(
                "chaos: %s, %d changes of pods: %s%n",
                plane, verdict.podChanges(), verdict.report());
        verdict.miscounts().forEach(it -> System.out.println("chaos: miscount, " + it));
        assertThat(verdict.faults()).isEmpty();
    }

    private static BureauFixture declare(Testbed testbed, String bureau) {
        BureauFixture declared =
                testbed.bureau(bureau)
                        .code(bureau.equals("health") ? "11530000MB0X01" : "11530000MB0X02")
                        .granted(QUOTA)
                        .grantedIn(testbed.name("island"), Testbed.POOL, QUOTA);
        for (String part : List.of("a", "b", "c", "d")) {
            declared.on(bureau + "-" + part)
                    .onExactly(testbed.name(bureau + "-" + part), testbed.name("island"));
        }
        return declared;
    }

    private static List<Place> places(Testbed testbed, MemberPlane member) {
        List<Place> places = new ArrayList<>();
        for (String bureau : List.of("health", "schools")) {
            List<String> namespaces =
                    List.of("a", "b", "c", "d").stream()
                            .map(part -> testbed.name(bureau + "-" + part))
                            .toList();
            places.add(new Place(bureau, testbed.cloud(), testbed.admin(), namespaces));
            places.add(new Place(bureau, testbed.name("island"), member.admin(), namespaces));
        }
        return places;
    }

    private static AdmittedSums judge(KubernetesClient client, String cloud, List<Place> places) {
        Map<String, String> bureaus = new HashMap<>();
        Map<String, Map<String, String>> quotas = new HashMap<>();
        for (Place place : places) {
            if (place.cloud().equals(cloud)) {
                place.namespaces().forEach(it -> bureaus.put(it, place.bureau()));
                quotas.put(place.bureau(), AS_PODS_SAY);
            }
        }
        return new AdmittedSums(client, bureaus, quotas);
    }

    /** Three bare tenants and one with a controller at each of the four places. */
    private void disturb(Fleet fleet, Testbed testbed, MemberPlane member, List<Place> places)
            throws InterruptedException, ExecutionException {
        CountDownLatch end = new CountDownLatch(1);
        Random seeds = new Random(SEED);
        Demand demand = new Demand();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
            List<Future<?>> tenants = new ArrayList<>();
            for (Place place : places) {
                for (int number = 0; number < 3; number++) {
                    tenants.add(
                            threads.submit(
                                    new Tenant(
                                            place,
                                            demand,
                                            new Random(seeds.nextLong()),
                                            tally,
                                            end)));
                }
                tenants.add(threads.submit(new Scaler(place, demand, tally, end)));
            }
            try {
                new Mischief(fleet, testbed.plane(), member, tally, SEED).run(SECONDS);
            } finally {
                end.countDown();
            }
            for (Future<?> tenant : tenants) {
                tenant.get();
            }
        }
    }
}
