package io.jiyun.console.workflow;

import io.jiyun.console.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a workflow.
 *
 * @param key stays the same when the stage is renamed
 * @param role whose task it is; null where nobody acts
 * @param days term of the stage
 * @param workingDays whether the term counts working days; calendar days otherwise
 * @param fourEyes whoever decides here decides no other such stage of the same request
 */
public record Stage(
        String key,
        String zh,
        String en,
        StageKind kind,
        @Nullable Role role,
        int days,
        boolean workingDays,
        boolean fourEyes) {}
