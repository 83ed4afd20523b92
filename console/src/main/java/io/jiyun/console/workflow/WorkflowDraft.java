package io.jiyun.console.workflow;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as it is edited.
 *
 * @param basis number of the document it rests on 依据文号; empty for a suggested value
 * @param effectiveOn 生效日期
 */
public record WorkflowDraft(
        List<Stage> stages, AutoRule auto, String basis, @Nullable LocalDate effectiveOn) {}
