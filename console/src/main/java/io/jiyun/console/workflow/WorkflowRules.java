package io.jiyun.console.workflow;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Role;
import io.jiyun.console.language.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a workflow must have so that every request that follows it comes to an end. Pure. */
public final class WorkflowRules {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int MOST_STAGES = 12;
    private static final int MOST_DAYS = 366;
    private static final int PERCENT = 100;
    private static final Set<Role> ACTING =
            Set.of(Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD);

    private WorkflowRules() {}

    public static List<SpecViolation> check(WorkflowDraft draft) {
        List<SpecViolation> found = new ArrayList<>();
        List<Stage> stages = draft.stages();
        Set<String> keys = new HashSet<>();
        @Nullable Stage before = null;
        for (int index = 0; index < stages.size(); index++) {
            Stage stage = stages.get(index);
            String field = "stages[" + index + "]";
            stage(stage, field, found);
            if (!keys.add(stage.key())) {
                found.add(wrong("RepeatedStage", field + ".key", "repeated-stage", stage.key()));
            }
            if (before != null && stage.kind().compareTo(before.kind()) < 0) {
                found.add(
                        wrong(
                                "StageOutOfOrder",
                                field + ".kind",
                                "stage-order",
                                stage.zh(),
                                before.zh()));
            }
            before = stage;
        }
        if (stages.stream().noneMatch(stage -> stage.kind() == StageKind.APPROVE)) {
            found.add(wrong("NoApproval", "stages", "no-approval"));
        }
        if (stages.stream().filter(stage -> stage.kind() == StageKind.PROVISION).count() > 1
                || stages.size() > MOST_STAGES) {
            found.add(wrong("TooManyStages", "stages", "too-many-stages", MOST_STAGES));
        }
        rule(draft.auto(), found);
        if (draft.basis().length() > 128) {
            found.add(wrong("InvalidBasis", "basis", "basis"));
        }
        return found;
    }

    private static void stage(Stage stage, String field, List<SpecViolation> found) {
        if (!KEY.matcher(stage.key()).matches()) {
            found.add(wrong("InvalidStageKey", field + ".key", "stage-key", stage.key()));
        }
        if (stage.zh().isBlank()
                || stage.en().isBlank()
                || stage.zh().length() > 32
                || stage.en().length() > 64) {
            found.add(wrong("StageUnnamed", field + ".zh", "stage-unnamed", field));
        }
        Role role = stage.role();
        if (stage.kind().waitsForPeople() && (role == null || !ACTING.contains(role))) {
            found.add(wrong("StageWithoutRole", field + ".role", "stage-role", stage.zh()));
        } else if (stage.kind() == StageKind.SIGN && role == Role.CLOUD_ADMIN) {
            found.add(wrong("SignedElsewhere", field + ".role", "stage-sign", stage.zh()));
        } else if (isOfTheCloud(stage.kind()) && role != Role.CLOUD_ADMIN) {
            found.add(wrong("DecidedByBureau", field + ".role", "stage-cloud", stage.zh()));
        }
        boolean endless = stage.kind() != StageKind.ARCHIVE && stage.days() < 1;
        if (endless || stage.days() > MOST_DAYS) {
            found.add(wrong("InvalidTerm", field + ".days", "stage-days", stage.zh(), MOST_DAYS));
        }
    }

    private static boolean isOfTheCloud(StageKind kind) {
        return kind == StageKind.ACCEPT || kind == StageKind.REVIEW || kind == StageKind.APPROVE;
    }

    private static void rule(AutoRule rule, List<SpecViolation> found) {
        for (int percent :
                List.of(rule.usePercent(), rule.utilisationPercent(), rule.storagePercent())) {
            if (percent < 0 || percent > PERCENT) {
                found.add(wrong("InvalidPercent", "auto", "percent", percent));
            }
        }
        if (rule.kind() == AutoRule.Kind.EVIDENCE
                && (rule.cpuTiers().isEmpty() || rule.usePercent() == 0)) {
            found.add(wrong("RuleIncomplete", "auto", "rule-incomplete"));
        }
    }

    private static SpecViolation wrong(
            String reason, String field, String key, Object... arguments) {
        return Sentences.violation(reason, field, "workflow." + key, arguments);
    }
}
