package io.jiyun.quota.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.quota.amount.ResourceName;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {
    @Test
    void withoutATurnThinRoomIsSpreadOverAll() {
        PlannedBureau bureau = new PlannedBureau(10, 2_000).charged(0, 300);
        SlicePlan plan = SlicePlanner.plan(bureau.snapshot(null));
        assertThat(plan.taken()).isNull();
        assertThat(bureau.withHeadroom(plan, 200)).hasSize(10);
    }

    @Test
    void inTurnsEverybodyHasRoomForWhatIsAskedForElsewhere() {
        PlannedBureau bureau = new PlannedBureau(10, 2_000).charged(0, 300).charged(3, 120);
        Set<String> served = new HashSet<>();
        Turn turn = Turn.first(0);
        for (int taken = 0; taken < 12; taken++) {
            SlicePlan plan = bureau.settle(turn);
            Set<String> now = bureau.withHeadroom(plan, 300);
            assertThat(now).as("seats of one turn").hasSize(6);
            assertThat(now).as("lively ones have a seat each time").contains("ns000", "ns003");
            served.addAll(now);
            turn = bureau.taken(plan).next();
        }
        assertThat(served).hasSize(10);
    }

    @Test
    void whereTheEvenShareIsEnoughNoFurtherTurnIsNeeded() {
        PlannedBureau bureau = new PlannedBureau(10, 4_000).charged(0, 300);
        assertThat(bureau.taken(bureau.settle(Turn.first(0))).all()).isTrue();
    }

    @Test
    void somethingHugeThatCameInLatelyIsNotWhatOthersAreTakenToAskFor() {
        PlannedBureau bureau = new PlannedBureau(100, 50_000).charged(0, 30_000);
        SlicePlan plan = bureau.settle(Turn.first(0));
        assertThat(bureau.taken(plan).all()).isTrue();
        assertThat(bureau.withHeadroom(plan, 370)).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10, 30})
    void soonerOrLaterEverybodyHasAllTheRoomThereIs(int count) {
        PlannedBureau bureau = new PlannedBureau(count, 8_000);
        Set<String> served = new HashSet<>();
        int doublings = 1;
        Turn turn = Turn.first(doublings);
        for (int taken = 0; served.size() < count && taken < 200; taken++) {
            SlicePlan plan = bureau.settle(turn);
            served.addAll(bureau.withHeadroom(plan, 8_000));
            turn = bureau.taken(plan).next();
            if (!bureau.taken(plan).whole()) {
                turn = Turn.first(++doublings);
            }
        }
        assertThat(served).hasSize(count);
        assertThat(doublings).isLessThanOrEqualTo(5);
    }

    @Test
    void aQuotaThatIsMeantToBeNoLimitTakesTurnsLikeAnyOther() {
        PlannedBureau bureau =
                new PlannedBureau(3, Long.MAX_VALUE / 2).refused(1, Long.MAX_VALUE / 4);
        for (int doublings = 0; doublings < 4; doublings++) {
            SlicePlan plan = bureau.settle(Turn.first(doublings));
            assertThat(plan.targets().of("ns001").covers(PlannedBureau.cpu(Long.MAX_VALUE / 4)))
                    .isTrue();
        }
    }

    @Test
    void aGuessMovesTheSlicesOfFewInABureauOfAThousandNamespaces() {
        PlannedBureau bureau = new PlannedBureau(1_000, 500_000);
        SlicePlan even = bureau.settle(null);
        for (int doublings = 1; doublings < 9; doublings++) {
            SlicePlan plan = bureau.settle(Turn.first(doublings));
            assertThat(bureau.changed(even, plan))
                    .as("doubled %d times", doublings)
                    .isLessThan(150);
            bureau.settle(null);
            even = bureau.settle(null);
        }
    }

    @Test
    void aNamespaceThatGrowsIsGivenRoomByFewOthers() {
        PlannedBureau bureau = new PlannedBureau(1_000, 500_000);
        SlicePlan even = bureau.settle(null);
        bureau.refused(7, 1_000);
        SlicePlan plan = bureau.settle(null);
        assertThat(plan.targets().of("ns007").orZero(ResourceName.REQUESTS_CPU).value())
                .isGreaterThanOrEqualTo(1_000);
        assertThat(bureau.changed(even, plan)).isLessThan(10);
    }
}
