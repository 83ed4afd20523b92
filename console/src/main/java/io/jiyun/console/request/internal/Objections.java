package io.jiyun.console.request.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.access.Role;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.request.Step;
import io.jiyun.console.request.internal.EventTable.Approval;
import io.jiyun.console.request.internal.RequestRecord.Standing;
import io.jiyun.console.workflow.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a person may not take a step. Pure. */
final class Objections {
    private Objections() {}

    /**
     * Everything that speaks against it.
     *
     * @param approvals who approved what in this round
     */
    static List<SpecViolation> to(
            Step step,
            Actor actor,
            RequestRecord request,
            RequestProcess process,
            List<Approval> approvals) {
        Standing standing = request.standing();
        if (!RequestProcess.stepsIn(standing.state()).contains(step)) {
            return List.of(notNow("request.state." + standing.state()));
        }
        return switch (step) {
            case DUPLICATE -> filing(actor);
            case EDIT, SUBMIT, WITHDRAW ->
                    actor.username().equals(request.filer())
                            ? List.of()
                            : List.of(wrong("NotTheFiler", "not-the-filer", request.filer()));
            case CONFIRM -> ofTheRole(actor, standing, false);
            case DELEGATE -> ofTheRole(actor, standing, false);
            case APPROVE, REJECT, RETURN ->
                    deciding(actor, request, process.stage(standing.stage()), process, approvals);
        };
    }

    private static List<SpecViolation> filing(Actor actor) {
        boolean files = actor.role().ofBureau() || actor.role() == Role.CLOUD_ADMIN;
        return files ? List.of() : List.of(wrong("NotYourTask", "not-your-task"));
    }

    private static List<SpecViolation> deciding(
            Actor actor,
            RequestRecord request,
            @Nullable Stage stage,
            RequestProcess process,
            List<Approval> approvals) {
        List<SpecViolation> found = new ArrayList<>(ofTheRole(actor, request.standing(), true));
        if (actor.username().equals(request.filer())) {
            found.add(wrong("OwnRequest", "own-request"));
        }
        if (stage != null && stage.fourEyes()) {
            approvals.stream()
                    .filter(approval -> approval.actor().equals(actor.username()))
                    .filter(approval -> !approval.stage().equals(stage.key()))
                    .filter(approval -> isFourEyes(process, approval.stage()))
                    .findFirst()
                    .ifPresent(approval -> found.add(wrong("FourEyes", "four-eyes")));
        }
        return found;
    }

    private static boolean isFourEyes(RequestProcess process, String key) {
        for (int index = 0; process.decides(index); index++) {
            Stage stage = process.stage(index);
            if (stage != null && stage.key().equals(key)) {
                return stage.fourEyes();
            }
        }
        return false;
    }

    /** A person of the role; and if it was handed to somebody, that person alone decides. */
    private static List<SpecViolation> ofTheRole(
            Actor actor, Standing standing, boolean assigneeOnly) {
        if (actor.role() != standing.role()) {
            return List.of(wrong("NotYourTask", "not-your-task"));
        }
        String assignee = standing.assignee();
        return assigneeOnly
                        && assignee != null
                        && !assignee.equals(actor.username())
                        && !standing.overdue()
                ? List.of(wrong("HandedToOthers", "handed-to-others", assignee))
                : List.of();
    }

    private static SpecViolation notNow(String state) {
        return new SpecViolation(
                "NotNow",
                "",
                notNow(Locale.SIMPLIFIED_CHINESE, state),
                notNow(Locale.ENGLISH, state));
    }

    private static String notNow(Locale locale, String state) {
        return Sentences.in(locale, "request.not-now", Sentences.in(locale, state));
    }

    private static SpecViolation wrong(String reason, String key, Object... arguments) {
        return Sentences.violation(reason, "", "request." + key, arguments);
    }
}
