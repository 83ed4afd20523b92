package io.jiyun.console.request.ui;

import io.jiyun.console.page.Status;
import io.jiyun.console.request.RequestRow;

/** Which of the five page states a request is shown as. */
final class States {
    private States() {}

    static Status of(RequestRow row) {
        return switch (row.state()) {
            case DRAFT, WITHDRAWN, CANCELLED -> Status.UNKNOWN;
            case PENDING, PROVISIONING, TRIAL -> Status.BUSY;
            case RETURNED, CONFIRMING -> Status.WATCH;
            case REJECTED -> Status.BAD;
            case DONE -> Status.GOOD;
        };
    }
}
