package io.jiyun.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.console.e2e.ApiPerson.NoAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A console that really gets signals while people approve, and starts anew on what it left. */
class SignalTest extends DemoTests {
    private static final int KILLS = Integer.getInteger("jiyun.signals", 2);
    private static final int REQUESTS_PER_KILL = 15;
    private static final int LONGEST_MILLIS = 400;
    private static final long SEED = Long.getLong("jiyun.seed", System.nanoTime());

    @Test
    void aKilledConsoleLosesNoApprovalAndTheNextOneAppliesNoneTwice() throws Exception {
        System.out.println("-Djiyun.seed=" + SEED);
        List<String> all = new ArrayList<>();
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> numbers = reviewed();
            all.addAll(numbers);
            approveWhileKilled(numbers, random.nextInt(LONGEST_MILLIS));
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(granted(demo().kubeconfig()))
                                .containsAll(all)
                                .doesNotHaveDuplicates());
        ApiPerson reviewer = api("cloud-reviewer");
        for (String number : all) {
            assertThat(reviewer.get("/api/v1/requests/" + number).path("state").asString())
                    .isNotIn("PENDING", "REJECTED");
        }
        assertThat(api("audit-admin").get("/api/v1/audit/verdict").path("intact").asBoolean())
                .isTrue();
    }

    /**
     * Of four people who approve at once: an answer that is a fault would fail here. Whoever gets
     * none asks again with the same key.
     */
    @Test
    void aConsoleToldToEndLetsWhatIsUnderWayFinishWithoutAFault() throws Exception {
        System.out.println("-Djiyun.seed=" + SEED);
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<String> numbers = reviewed();
            ApiPerson reviewer = api("cloud-reviewer");
            CountDownLatch underWay = new CountDownLatch(new Random(SEED).nextInt(1, 8));
            Map<String, Future<Boolean>> answered = new TreeMap<>();
            for (String number : numbers) {
                answered.put(
                        number,
                        people.submit(() -> {
                            underWay.countDown();
                            try {
                                reviewer.approve(number);
                                return true;
                            } catch (NoAnswer ended) {
                                return false;
                            }
                        }));
            }
            underWay.await();
            demo().endConsole();

            demo().restartConsole();
            ApiPerson again = api("cloud-reviewer");
            assertThat(answered.values()).as("some were under way").anyMatch(SignalTest::isTrue);
            for (Map.Entry<String, Future<Boolean>> one : answered.entrySet()) {
                if (isTrue(one.getValue())) {
                    assertThat(
                                    again.get("/api/v1/requests/" + one.getKey())
                                            .path("state")
                                            .asString())
                            .as(one.getKey())
                            .isNotEqualTo("PENDING");
                }
            }
        }
    }

    private static boolean isTrue(Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Whoever gets no answer approves again with the same key once the console is back. */
    private static void approveWhileKilled(List<String> numbers, int after) throws Exception {
        ApiPerson reviewer = api("cloud-reviewer");
        List<String> unanswered = new ArrayList<>();
        try (ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor()) {
            Future<Void> death =
                    killer.schedule(
                            () -> {
                                demo().killConsole();
                                return null;
                            },
                            after,
                            TimeUnit.MILLISECONDS);
            for (String number : numbers) {
                try {
                    reviewer.approve(number);
                } catch (NoAnswer killed) {
                    unanswered.add(number);
                }
            }
            death.get();
        }
        demo().restartConsole();
        ApiPerson again = api("cloud-reviewer");
        for (String number : unanswered) {
            again.approve(number);
        }
    }

    private static List<String> reviewed() {
        ApiPerson clerk = api("health-clerk");
        await("the quota of the simulated province")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !clerk.get("/api/v1/quotas/health").isEmpty());
        List<String> numbers = new ArrayList<>();
        for (int request = 0; request < REQUESTS_PER_KILL; request++) {
            numbers.add(clerk.submitted("health", 1));
        }
        api("health-head").approveAll(numbers);
        ApiPerson administrator = api("cloud-admin");
        administrator.approveAll(numbers);
        administrator.approveAll(numbers);
        return numbers;
    }

    private static List<String> granted(Path kubeconfig) {
        try (KubernetesClient cluster =
                new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
                        .build()) {
            BureauQuota quota = cluster.resources(BureauQuota.class).withName("health").get();
            return Objects.requireNonNull(quota).getSpec().grantsOrEmpty().stream()
                    .map(Grant::requestId)
                    .toList();
        }
    }
}
