package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.operator.cloud.Outlook.Probe;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final Probe ANSWERED = new Probe.Answered("v1.36.3");
    private static final Probe UNREAD = new Probe.Unread(Optional.empty());
    private static final Probe FORBIDDEN =
            new Probe.Unread(Optional.of(Sentence.quoted("forbidden")));
    private static final Probe SILENT = new Probe.Silent(Sentence.quoted("connection refused"));
    private static final Duration LATE = Outlook.READING.plusSeconds(1);

    private final Outlook outlook = new Outlook();

    private Reachability at(Duration now, Probe... probes) {
        Reachability last = new Reachability.Untried();
        for (Probe probe : probes) {
            last = outlook.after(probe, now);
        }
        return last;
    }

    @Test
    void aCloudStaysUntriedUntilItsObjectsAreRead() {
        assertThat(at(Duration.ZERO, UNREAD)).isInstanceOf(Reachability.Untried.class);
        assertThat(at(Duration.ZERO, ANSWERED)).isEqualTo(new Reachability.Reachable("v1.36.3"));
    }

    @Test
    void aWatchThatIsOpenedAnewLeavesACloudReachable() {
        assertThat(at(Duration.ZERO, ANSWERED, UNREAD, FORBIDDEN).isReachable()).isTrue();
        assertThat(outlook.isInDoubt()).isTrue();
        assertThat(at(LATE, ANSWERED, UNREAD).isReachable()).isTrue();
    }

    @Test
    void watchesThatDoNotComeBackAreToldInTheEnd() {
        at(Duration.ZERO, ANSWERED, UNREAD);

        assertThat(at(LATE, UNREAD)).isInstanceOf(Reachability.Unreachable.class);
        assertThat(at(LATE, UNREAD)).isInstanceOf(Reachability.Unreachable.class);
        assertThat(at(LATE, ANSWERED).isReachable()).isTrue();
    }

    @Test
    void oneAnswerThatDoesNotComeIsAskedForAgain() {
        assertThat(at(Duration.ZERO, ANSWERED, SILENT).isReachable()).isTrue();
        assertThat(outlook.isInDoubt()).isTrue();
        assertThat(at(Duration.ZERO, ANSWERED, SILENT).isReachable()).isTrue();
        assertThat(at(Duration.ZERO, SILENT))
                .isEqualTo(new Reachability.Unreachable(Sentence.quoted("connection refused")));
    }

    @Test
    void aNewCloudThatIsSilentOrRefusesIsToldAtOnce() {
        assertThat(at(Duration.ZERO, SILENT)).isInstanceOf(Reachability.Unreachable.class);
        assertThat(new Outlook().after(FORBIDDEN, Duration.ZERO))
                .isEqualTo(new Reachability.Unreachable(Sentence.quoted("forbidden")));
    }

    @Test
    void aNewCloudThatNeverShowsItsObjectsIsToldInTheEnd() {
        at(Duration.ZERO, UNREAD);

        assertThat(at(LATE, UNREAD)).isInstanceOf(Reachability.Unreachable.class);
    }
}
