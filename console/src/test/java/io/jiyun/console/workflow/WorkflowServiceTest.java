package io.jiyun.console.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import io.jiyun.console.access.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WorkflowServiceTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends KeepingWorkflows {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends KeepingWorkflows {}

    /** What the security administrator does with workflows. */
    abstract static class KeepingWorkflows extends ConsoleTests {
        @Autowired private WorkflowService workflows;

        @BeforeEach
        void theSecurityAdministrator() {
            signIn(Role.SECURITY_ADMIN, null);
        }

        @AfterEach
        void thePresetsAgain() {
            jdbc.sql("delete from workflow where version > 1").update();
        }

        @Test
        void everyTypeComesWithASuggestedWorkflowThatKeepsTheRules() {
            assertThat(workflows.all())
                    .hasSize(RequestType.values().length)
                    .allSatisfy(workflow -> {
                        assertThat(workflow.version()).isEqualTo(1);
                        assertThat(workflow.suggested()).isTrue();
                        assertThat(WorkflowRules.check(workflow.definition())).isEmpty();
                    });
            assertThat(workflows.current(RequestType.INCREASE).definition().stages())
                    .extracting(stage -> stage.zh() + " " + stage.days())
                    .containsExactly(
                            "负责人签批 1",
                            "受理 3",
                            "技术审核 2",
                            "主管部门审批 5",
                            "开通 1",
                            "试用 30",
                            "单位确认 5",
                            "归档 0");
        }

        @Test
        void savingMakesANewVersionAndKeepsTheOldOne() {
            WorkflowDraft before = workflows.current(RequestType.INCREASE).definition();
            WorkflowDraft shorter =
                    new WorkflowDraft(
                            before.stages().subList(1, 8), before.auto(), "云办〔2026〕3号", null);

            assertThat(workflows.save(RequestType.INCREASE, shorter, 1))
                    .isEqualTo(new WorkflowSaved.Saved(2));
            assertThat(workflows.save(RequestType.INCREASE, shorter, 1))
                    .isEqualTo(new WorkflowSaved.Stale(2));

            assertThat(workflows.current(RequestType.INCREASE).suggested()).isFalse();
            assertThat(workflows.history(RequestType.INCREASE))
                    .extracting(Workflow::version)
                    .containsExactly(2, 1);
            assertThat(workflows.history(RequestType.INCREASE).getLast().definition())
                    .isEqualTo(before);
            assertThat(rows("audit_entry")).isEqualTo(1);
        }

        @Test
        void everythingThatIsWrongIsSaidAtOnceAndNothingIsSaved() {
            List<Stage> stages = new ArrayList<>();
            stages.add(stage("Sign!", StageKind.SIGN, Role.CLOUD_ADMIN, 1));
            stages.add(stage("review", StageKind.REVIEW, null, 0));
            stages.add(stage("review", StageKind.ACCEPT, Role.BUREAU_HEAD, 3));
            WorkflowDraft bad = new WorkflowDraft(stages, AutoRule.NONE, "", null);

            WorkflowSaved outcome = workflows.save(RequestType.RETURN, bad, 1);

            assertThat(outcome).isInstanceOf(WorkflowSaved.Refused.class);
            assertThat(((WorkflowSaved.Refused) outcome).violations())
                    .extracting(SpecViolation::reason)
                    .containsExactly(
                            "InvalidStageKey",
                            "SignedElsewhere",
                            "StageWithoutRole",
                            "InvalidTerm",
                            "DecidedByBureau",
                            "RepeatedStage",
                            "StageOutOfOrder",
                            "NoApproval");
            assertThat(workflows.current(RequestType.RETURN).version()).isEqualTo(1);
            assertThat(rows("audit_entry")).isZero();
        }

        private static Stage stage(
                String key,
                StageKind kind,
                @org.jspecify.annotations.Nullable Role role,
                int days) {
            return new Stage(key, "环节", "Stage", kind, role, days, true, false);
        }
    }
}
