package io.jiyun.quota.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReserveTest {
    private static final int NAMESPACES = 100;
    private static final long QUOTA = 50_000;

    @Test
    void inABureauOfFewNamespacesEverythingStandsInSlices() {
        PlannedBureau bureau = new PlannedBureau(10, 5_000);
        bureau.settle(null);
        assertThat(bureau.idle()).isZero();
    }

    @Test
    void aSmallRiseIsSpreadAtOnceInABureauOfFew() {
        PlannedBureau bureau = new PlannedBureau(2, 8_000);
        bureau.settle(null);
        bureau.raisedTo(9_000).settle(null);
        assertThat(bureau.granted(0)).isEqualTo(4_500);
        assertThat(bureau.idle()).isZero();
    }

    @Test
    void inABureauOfManyAQuarterOfTheFreeRoomStandsInNoSlice() {
        PlannedBureau bureau = new PlannedBureau(NAMESPACES, QUOTA).using(3, 10_000);
        bureau.settle(null);
        assertThat(bureau.idle()).isEqualTo(10_000);
    }

    @Test
    void whatIsAskedForStandsAfterOneRoundAndNobodyShrinksForIt() {
        PlannedBureau bureau = new PlannedBureau(NAMESPACES, QUOTA);
        SlicePlan before = bureau.settle(null);
        bureau.refused(7, 5_000);
        SlicePlan plan = SlicePlanner.plan(bureau.snapshot(null));
        assertThat(plan.isSettled()).isTrue();
        assertThat(plan.ledger().of("ns007").covers(PlannedBureau.cpu(5_000))).isTrue();
        assertThat(bureau.changed(before, plan)).isEqualTo(1);
    }

    @Test
    void whatWasDrawnIsMadeUpForByWhoHasMoreThanHisShare() {
        PlannedBureau bureau = new PlannedBureau(NAMESPACES, QUOTA).using(3, 20_000);
        bureau.settle(null);
        bureau.using(3, 0).refused(7, 15_000);
        SlicePlan before = SlicePlanner.plan(bureau.snapshot(null));
        bureau.settle(null);
        assertThat(bureau.granted(7)).isGreaterThanOrEqualTo(15_000);
        assertThat(bureau.granted(3)).isLessThan(10_000);
        assertThat(bureau.idle()).isGreaterThanOrEqualTo(4_000);
        assertThat(bureau.changed(before, bureau.settle(null))).isLessThan(10);
    }

    @Test
    void whereMostOfTheQuotaMovesToAndFroFewSlicesMove() {
        PlannedBureau bureau = new PlannedBureau(NAMESPACES, QUOTA).using(0, 30_000);
        bureau.settle(null);
        SlicePlan before = bureau.using(0, 0).settle(null);
        for (int index = 1; index < 10; index++) {
            bureau.refused(index, 30_000);
            SlicePlan asked = bureau.settle(null);
            assertThat(bureau.granted(index)).isGreaterThanOrEqualTo(30_000);
            assertThat(bureau.changed(before, asked)).as("for %d", index).isLessThan(40);
            bureau.refused(index, 0).using(index, 30_000).settle(null);
            before = bureau.using(index, 0).settle(null);
            assertThat(bureau.changed(asked, before)).as("after %d", index).isLessThan(10);
        }
    }

    @Test
    void whereSomethingIsRefusedWithoutATraceThoseWithLessThanTheUsualAskHaveMore() {
        PlannedBureau bureau = new PlannedBureau(NAMESPACES, QUOTA).refused(3, 34_000);
        bureau.settle(null);
        bureau.charged(3, 300);
        bureau.settle(null);
        long little = bureau.granted(5);
        assertThat(little).isLessThan(200);
        bureau.settle(Turn.first(0));
        assertThat(bureau.granted(5)).isGreaterThan(300);
        assertThat(bureau.idle()).isBetween(6_000L, 13_000L);
    }

    @Test
    void whereNothingIsKnownOfWhatIsRefusedEverybodyHasHisEvenShareWhoeverHasToGive() {
        PlannedBureau bureau = new PlannedBureau(NAMESPACES, QUOTA).refused(3, 34_000);
        bureau.settle(null);
        bureau.refused(3, 0).settle(Turn.first(0));
        for (int index = 0; index < NAMESPACES; index++) {
            assertThat(bureau.granted(index)).as("%d", index).isGreaterThanOrEqualTo(490);
        }
    }

    @Test
    void anAskLargerThanWhatIsFreeElsewhereDrawsTheWholeReserve() {
        PlannedBureau bureau = new PlannedBureau(NAMESPACES, QUOTA).refused(3, QUOTA);
        bureau.settle(null);
        assertThat(bureau.granted(3)).isEqualTo(QUOTA);
        assertThat(bureau.idle()).isZero();
    }

    @Test
    void inABureauOfVeryManyHalfOfTheFreeRoomStandsInNoSlice() {
        PlannedBureau bureau = new PlannedBureau(300, 150_000).using(3, 10_000);
        bureau.settle(null);
        assertThat(bureau.idle()).isEqualTo(70_000);
        bureau.raisedTo(300_000).settle(null);
        assertThat(bureau.idle()).isEqualTo(145_000);
    }

    @Test
    void aMoveOfMostOfTheQuotaTouchesFewSlicesOfVeryMany() {
        PlannedBureau bureau = new PlannedBureau(300, 150_000).using(0, 90_000);
        bureau.settle(null);
        SlicePlan before = bureau.using(0, 0).settle(null);
        for (int index = 1; index < 5; index++) {
            SlicePlan after = bureau.refused(index, 90_000).settle(null);
            assertThat(bureau.granted(index)).isGreaterThanOrEqualTo(90_000);
            bureau.refused(index, 0).using(index, 90_000).foreseen(index, 90_000).settle(null);
            bureau.foreseen(index, 0).using(index, 0).settle(null);
            assertThat(bureau.changed(before, after)).as("for %d", index).isLessThan(40);
            before = after;
        }
    }

    @Test
    void whoShrinksGivesAllItHasToSpareBeforeOthersBeginTo() {
        PlannedBureau bureau = new PlannedBureau(300, 150_000).using(0, 90_000);
        bureau.settle(null);
        SlicePlan shrinking = SlicePlanner.plan(bureau.using(0, 0).snapshot(null));
        bureau.carryOut(shrinking);
        SlicePlan asked = SlicePlanner.plan(bureau.refused(5, 90_000).snapshot(null));
        assertThat(bureau.changed(shrinking, asked)).isEqualTo(2);
        bureau.settle(null);
        assertThat(bureau.granted(5)).isGreaterThanOrEqualTo(90_000);
    }

    @Test
    void aQuotaThatGrowsIsSpreadOverAllAFewAtATime() {
        PlannedBureau bureau = new PlannedBureau(NAMESPACES, QUOTA);
        SlicePlan before = bureau.settle(null);
        SlicePlan next = SlicePlanner.plan(bureau.raisedTo(2 * QUOTA).snapshot(null));
        assertThat(bureau.changed(before, next)).isBetween(1L, 16L);
        bureau.settle(null);
        assertThat(bureau.granted(5)).isEqualTo(750);
    }

    @Test
    void whileSomebodyWaitsNothingElseIsWritten() {
        PlannedBureau bureau = new PlannedBureau(NAMESPACES, QUOTA);
        SlicePlan before = bureau.settle(null);
        bureau.raisedTo(2 * QUOTA).refused(7, 5_000);
        SlicePlan next = SlicePlanner.plan(bureau.snapshot(null));
        assertThat(bureau.changed(before, next)).isEqualTo(1);
        assertThat(next.ledger().of("ns007").covers(PlannedBureau.cpu(5_000))).isTrue();
    }

    @Test
    void theReserveIsMadeUpForAfterThoseWhoWaitUnlessItIsNearlyGone() {
        PlannedBureau bureau = new PlannedBureau(NAMESPACES, QUOTA);
        bureau.settle(null);
        bureau.refused(7, 9_000).settle(null);
        assertThat(bureau.idle()).as("waits").isBetween(2_000L, 5_000L);
        bureau.refused(7, 0).settle(null);
        assertThat(bureau.idle()).as("calm").isGreaterThan(5_000);
        bureau.refused(8, 16_000).settle(null);
        assertThat(bureau.idle()).as("nearly gone").isGreaterThan(2_000);
    }

    @Test
    void whoHasBegunToShrinkGoesOnWhenItIsNeededNoLonger() {
        PlannedBureau bureau = new PlannedBureau(NAMESPACES, QUOTA).refused(3, 30_000);
        SlicePlan first = SlicePlanner.plan(bureau.snapshot(null));
        bureau.carryOut(first);
        SlicePlan before = SlicePlanner.plan(bureau.refused(3, 40_000).snapshot(null));
        bureau.carryOut(before);
        SlicePlan after = SlicePlanner.plan(bureau.refused(3, 0).snapshot(null));
        for (String id : before.quotas().ids()) {
            assertThat(after.quotas().of(id).fitsWithin(before.quotas().of(id))).as(id).isTrue();
        }
    }
}
