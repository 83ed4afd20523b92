package io.jiyun.console.request.internal;

import io.jiyun.console.access.Role;
import io.jiyun.console.notice.Audience;
import io.jiyun.console.notice.NoticeKind;
import io.jiyun.console.notice.Notices;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.internal.RequestRecord.Standing;
import io.jiyun.console.workflow.Stage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people what a step means for them, in the transaction of the step. */
@Component
class Announcing {
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_REMARK = 500;

    private final Notices notices;
    private final Advancing advancing;

    Announcing(Notices notices, Advancing advancing) {
        this.notices = notices;
        this.advancing = advancing;
    }

    /**
     * Tells of a step that was taken.
     *
     * @param before null for a request that was not there before
     */
    void tell(@Nullable RequestRecord before, RequestRecord after, List<Happening> happened) {
        happened.forEach(event -> tellFiler(after, event));
        if (isNewTask(before, after)) {
            toWhoeverActs(after, after.standing().role(), NoticeKind.TASK_ASSIGNED);
        }
    }

    private void tellFiler(RequestRecord request, Happening event) {
        switch (event.kind()) {
            case APPROVED -> toFiler(request, NoticeKind.REQUEST_APPROVED, event);
            case DECIDED_BY_RULE -> toFiler(request, NoticeKind.REQUEST_APPROVED, event);
            case REJECTED -> toFiler(request, NoticeKind.REQUEST_REJECTED, event);
            case RETURNED -> toFiler(request, NoticeKind.REQUEST_RETURNED, event);
            case IN_FORCE -> toFiler(request, NoticeKind.REQUEST_PROVISIONED, event);
            case OVERDUE -> {
                toWhoeverActs(request, request.standing().role(), NoticeKind.TASK_OVERDUE);
                toWhoeverActs(request, request.standing().escalatedRole(), NoticeKind.TASK_OVERDUE);
            }
            case CREATED,
                    DUPLICATED,
                    EDITED,
                    SUBMITTED,
                    WITHDRAWN,
                    CANCELLED,
                    DELEGATED,
                    LEFT_TO_PEOPLE,
                    CARRIED_OUT,
                    TRIAL_ENDED,
                    CONFIRMED,
                    ARCHIVED,
                    DOCUMENT_ADDED,
                    DOCUMENT_REMOVED -> {}
        }
    }

    private static boolean isNewTask(@Nullable RequestRecord before, RequestRecord after) {
        Standing now = after.standing();
        boolean waits =
                now.state() == RequestState.PENDING || now.state() == RequestState.CONFIRMING;
        return waits
                && (before == null
                        || before.standing().stage() != now.stage()
                        || before.standing().round() != now.round()
                        || !Objects.equals(before.standing().assignee(), now.assignee()));
    }

    private void toFiler(RequestRecord request, NoticeKind kind, Happening event) {
        notices.tell(
                new Audience.Person(request.filer()),
                kind,
                link(request),
                request.number(),
                cut(request.ask().reason(), LONGEST_TITLE),
                stage(request, event.stage()),
                cut(
                        event.explanation() == null ? event.reason() : event.explanation().zh(),
                        LONGEST_REMARK));
    }

    private void toWhoeverActs(RequestRecord request, @Nullable Role role, NoticeKind kind) {
        if (role == null) {
            return;
        }
        String assignee = request.standing().assignee();
        Audience audience =
                assignee == null
                        ? new Audience.Holders(
                                role, role.ofBureau() ? request.ask().bureauCode() : null)
                        : new Audience.Person(assignee);
        Stage stage = advancing.process(request).stage(request.standing().stage());
        notices.tell(
                audience,
                kind,
                link(request),
                request.number(),
                cut(request.ask().reason(), LONGEST_TITLE),
                stage == null ? "" : stage.zh(),
                String.valueOf(request.standing().dueOn()));
    }

    private String stage(RequestRecord request, @Nullable String key) {
        return advancing.workflow(request).stages().stream()
                .filter(stage -> stage.key().equals(key))
                .map(Stage::zh)
                .findFirst()
                .orElse("");
    }

    /** A notice points at what was said; it need not repeat all of it. */
    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static String link(RequestRecord request) {
        return "requests/" + request.number();
    }
}
