package io.jiyun.console.quota.ui;

import io.jiyun.console.page.Status;
import io.jiyun.console.quota.Pressure;
import io.jiyun.console.quota.SyncState;

/** Which of the five page states a quota's states are shown as. */
final class States {

    static Status of(SyncState state) {
        return switch (state) {
            case PENDING, ADMITTED -> Status.BUSY;
            case SYNCED -> Status.GOOD;
            case REFUSED, FAILED -> Status.BAD;
        };
    }

    static Status of(Pressure pressure) {
        return switch (pressure) {
            case NORMAL -> Status.GOOD;
            case WATCH -> Status.WATCH;
            case HIGH, OVER -> Status.BAD;
            case UNKNOWN -> Status.UNKNOWN;
        };
    }

    private States() {}
}
