package io.jiyun.console.request.internal;

import io.jiyun.console.access.Role;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.Step;
import io.jiyun.console.workflow.AutoRule;
import io.jiyun.console.workflow.Stage;
import io.jiyun.console.workflow.StageKind;
import io.jiyun.console.workflow.WorkflowDraft;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way a request takes through the stages of its workflow. Pure. */
final class RequestProcess {
    private final List<Stage> stages;
    private final AutoRule auto;

    RequestProcess(WorkflowDraft workflow) {
        this.stages = workflow.stages();
        this.auto = workflow.auto();
    }

    /** What may be done at all in a state, by whomever. */
    static Set<Step> stepsIn(RequestState state) {
        return switch (state) {
            case DRAFT, RETURNED ->
                    EnumSet.of(Step.EDIT, Step.SUBMIT, Step.WITHDRAW, Step.DUPLICATE);
            case PENDING ->
                    EnumSet.of(
                            Step.APPROVE,
                            Step.REJECT,
                            Step.RETURN,
                            Step.DELEGATE,
                            Step.WITHDRAW,
                            Step.DUPLICATE);
            case TRIAL, CONFIRMING -> EnumSet.of(Step.CONFIRM, Step.DUPLICATE);
            case PROVISIONING, REJECTED, WITHDRAWN, DONE, CANCELLED -> EnumSet.of(Step.DUPLICATE);
        };
    }

    /** The stage of that index; null outside of the workflow. */
    @Nullable Stage stage(int index) {
        return index >= 0 && index < stages.size() ? stages.get(index) : null;
    }

    /** Whether a person says yes or no in the stage. */
    boolean decides(int index) {
        Stage stage = stage(index);
        return stage != null && stage.kind().decides();
    }

    /** Where a request goes that enters the stage: past the end is done. */
    RequestState stateAt(int index) {
        Stage stage = stage(index);
        if (stage == null) {
            return RequestState.DONE;
        }
        return switch (stage.kind()) {
            case SIGN, ACCEPT, REVIEW, APPROVE -> RequestState.PENDING;
            case PROVISION -> RequestState.PROVISIONING;
            case TRIAL -> RequestState.TRIAL;
            case CONFIRM -> RequestState.CONFIRMING;
            case ARCHIVE -> RequestState.DONE;
        };
    }

    /** The first stage after everybody decided. */
    int afterDecisions() {
        int index = 0;
        while (decides(index)) {
            index++;
        }
        return index;
    }

    /** Whether the automatic rule is asked on entering: at the first stage that is no signature. */
    boolean asksRuleAt(int index) {
        if (auto.kind() == AutoRule.Kind.NONE || !decides(index)) {
            return false;
        }
        for (int earlier = 0; earlier < index; earlier++) {
            if (stages.get(earlier).kind() != StageKind.SIGN) {
                return false;
            }
        }
        return stages.get(index).kind() != StageKind.SIGN;
    }

    /** The stage after a confirmation: one in the trial ends the trial and what follows of it. */
    int afterConfirming(int index) {
        int next = index;
        while (stateAt(next) == RequestState.TRIAL || stateAt(next) == RequestState.CONFIRMING) {
            next++;
        }
        return next;
    }

    /** Who is shown what a role leaves lying. */
    static Role above(Role role) {
        return role == Role.BUREAU_CLERK ? Role.BUREAU_HEAD : Role.CLOUD_ADMIN;
    }
}
