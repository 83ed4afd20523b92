package io.jiyun.console.request;

import io.jiyun.console.workflow.Workflow;
import java.util.List;
import java.util.Set;

/**
 * Everything about one request.
 *
 * @param workflow the version it follows, or would follow when submitted now
 * @param possible what the caller can do with it now
 */
public record RequestDetail(
        RequestRow row,
        RequestContent content,
        Workflow workflow,
        List<TimelineEntry> timeline,
        List<DocumentLine> documents,
        Set<Step> possible) {}
