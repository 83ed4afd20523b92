package io.jiyun.console.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.console.ConsoleTests;
import io.jiyun.console.audit.AuditService;
import io.jiyun.console.outbox.Outbox;
import io.jiyun.console.outbox.internal.Dispatcher;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.internal.Resync;
import io.jiyun.console.request.RequestService;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.TaskService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Kills at every labelled point of the way from the last approval to the cluster. Simulated is the
 * death itself: the connection is cut without a commit and an error nothing catches ends the work,
 * but the beans live on and go to work again at once.
 */
@Import(MortalDatabase.Between.class)
abstract class Kills extends ConsoleTests {
    private static final int RUNS = Integer.getInteger("jiyun.kills", 100);
    private static final long SEED = Long.getLong("jiyun.seed", System.nanoTime());
    private static final CrashPoint[] POINTS = CrashPoint.values();
    private static final int TURNS = 12;

    @Autowired private DataSource database;
    @Autowired private QuotaService quotas;
    @Autowired private RequestService requests;
    @Autowired private TaskService tasks;
    @Autowired private AuditService audit;
    @Autowired private Dispatcher dispatcher;
    @Autowired private Resync resync;
    @Autowired private Outbox outbox;

    private ApprovalDesk desk;
    private Agreement agreement;

    @BeforeEach
    void aPoolWithRoomForAll() {
        cluster().hasPool("1000000");
        desk = new ApprovalDesk(quotas, requests, tasks);
        agreement = new Agreement(cluster(), dispatcher, resync, outbox, audit, jdbc);
    }

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + RUNS);
    }

    /** Up to three requests for one quota; after most kills whoever approved does so again. */
    @ParameterizedTest(name = "-Djiyun.kills=1 -Djiyun.seed={0}")
    @MethodSource("seeds")
    void whereverTheConsoleIsKilledNoApprovalIsLostAndNoneIsAppliedTwice(long seed) {
        try {
            approveAndKill(new Random(seed));
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError("-Djiyun.kills=1 -Djiyun.seed=" + seed, failure);
        }
    }

    private void approveAndKill(Random random) {
        desk.openQuotaOfTwoCores("health");
        Map<String, Integer> approved = new TreeMap<>();
        Map<String, Integer> open = new TreeMap<>();
        for (int left = random.nextInt(3); left >= 0; left--) {
            int cores = 1 + random.nextInt(20);
            CrashPoint point = POINTS[random.nextInt(POINTS.length)];
            String number = desk.reviewed("health", cores);
            approveUntilKilledAt(point, number);
            boolean again = random.nextInt(4) > 0;
            if (again) {
                assertThat(desk.approve(number)).isEqualTo(RequestState.PROVISIONING);
            }
            (again || point.keepsTheDecision() ? approved : open).put(number, cores);
            if (random.nextBoolean()) {
                dispatcher.workOff();
            }
        }
        agreement.check("health", approved, open);
    }

    @ParameterizedTest
    @EnumSource
    void everyLabelledPointLiesOnTheWay(CrashPoint point) {
        desk.openQuotaOfTwoCores("health");
        String number = desk.reviewed("health", 3);

        approveUntilKilledAt(point, number);

        boolean taken = point.keepsTheDecision();
        assertThat(desk.state(number) == RequestState.PROVISIONING).isEqualTo(taken);
        Map<String, Integer> request = Map.of(number, 3);
        agreement.check("health", taken ? request : Map.of(), taken ? Map.of() : request);
    }

    @Test
    void whileTheClusterIsAwayForAnHourPeopleGoOnAndEffectsFollowInOrder() {
        List<String> names = new ArrayList<>(List.of("one", "two", "three", "four", "five", "six"));
        names.forEach(desk::openQuotaOfTwoCores);
        dispatcher.workOff();
        int before = cluster().applies();
        Collections.shuffle(names, new Random(SEED));
        cluster().goesAway();
        for (int turn = 0; turn < TURNS; turn++) {
            time().letPass(Duration.ofMinutes(60 / TURNS));
            String number = desk.reviewed(names.get(turn % names.size()), 1);
            assertThat(desk.approve(number)).isEqualTo(RequestState.PROVISIONING);
            dispatcher.workOff();
            resync.compare();
        }
        assertThat(cluster().applies()).isEqualTo(before);
        assertThat(outbox.waiting()).isEqualTo(names.size());

        cluster().returns();
        dispatcher.workOff();

        assertThat(outbox.waiting()).isZero();
        assertThat(cluster().applies()).as("one effect each").isEqualTo(before + names.size());
        assertThat(
                        jdbc.sql("select name from quota order by applied_generation")
                                .query(String.class)
                                .list())
                .as("in the order of the decisions, -Djiyun.seed=%d", SEED)
                .isEqualTo(names);
    }

    private void approveUntilKilledAt(CrashPoint point, String number) {
        MortalDatabase mortal = (MortalDatabase) database;
        ThrowingCallable lastDeed = () -> desk.approve(number);
        if (point.phase() == CrashPoint.Phase.EFFECT) {
            desk.approve(number);
            cluster().afterNextApply(() -> mortal.happened(MortalDatabase.APPLIED));
            lastDeed = dispatcher::workOff;
        }
        mortal.killAt(point);
        assertThatThrownBy(lastDeed).isInstanceOf(Killed.class).hasMessage(point.name());
    }
}
