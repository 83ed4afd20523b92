package io.jiyun.console.request.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.access.Role;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.Step;
import io.jiyun.console.workflow.AutoRule;
import io.jiyun.console.workflow.Stage;
import io.jiyun.console.workflow.StageKind;
import io.jiyun.console.workflow.WorkflowDraft;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestProcessTest {
    private static final AutoRule AT_ONCE =
            new AutoRule(AutoRule.Kind.AT_ONCE, 0, 0, 0, List.of(), List.of(), List.of(), "");
    private final RequestProcess whole = process(AT_ONCE, StageKind.values());

    @Test
    void everyKindOfStageHasItsState() {
        assertThat(
                        Stream.iterate(0, index -> index + 1)
                                .limit(StageKind.values().length + 1)
                                .map(whole::stateAt))
                .containsExactly(
                        RequestState.PENDING,
                        RequestState.PENDING,
                        RequestState.PENDING,
                        RequestState.PENDING,
                        RequestState.PROVISIONING,
                        RequestState.TRIAL,
                        RequestState.CONFIRMING,
                        RequestState.DONE,
                        RequestState.DONE);
    }

    @Test
    void theRuleIsAskedOnceAfterTheLastSignature() {
        assertThat(Stream.of(0, 1, 2, 3, 4).map(whole::asksRuleAt))
                .containsExactly(false, true, false, false, false);
        assertThat(process(AT_ONCE, StageKind.APPROVE).asksRuleAt(0)).isTrue();
        assertThat(process(AutoRule.NONE, StageKind.APPROVE).asksRuleAt(0)).isFalse();
    }

    @Test
    void aDecisionByRuleLeadsPastEveryDecision() {
        assertThat(whole.afterDecisions()).isEqualTo(4);
        assertThat(process(AT_ONCE, StageKind.APPROVE).afterDecisions()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"5, 7", "6, 7", "7, 7"})
    void confirmingInTheTrialEndsTrialAndConfirmation(int stage, int next) {
        assertThat(whole.afterConfirming(stage)).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void whatHasEndedCanOnlyBeCopied(RequestState state) {
        assertThat(RequestProcess.stepsIn(state).equals(java.util.Set.of(Step.DUPLICATE)))
                .isEqualTo(state.ended() || state == RequestState.PROVISIONING);
    }

    private static RequestProcess process(AutoRule auto, StageKind... kinds) {
        return new RequestProcess(
                new WorkflowDraft(
                        Stream.of(kinds)
                                .map(kind ->
                                        new Stage(
                                                kind.name(),
                                                kind.name(),
                                                kind.name(),
                                                kind,
                                                Role.CLOUD_ADMIN,
                                                1,
                                                true,
                                                false))
                                .toList(),
                        auto,
                        "",
                        null));
    }
}
