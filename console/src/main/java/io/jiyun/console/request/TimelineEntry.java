package io.jiyun.console.request;

import io.jiyun.api.v1alpha1.SpecViolation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a request.
 *
 * @param actor empty where a rule or the clock acted
 * @param stage key of the stage it happened in
 * @param reason words of the person
 * @param explanation figures and rule where no person acted, or what was carried out
 */
public record TimelineEntry(
        Instant at,
        String actor,
        String actorName,
        EventKind kind,
        @Nullable String stage,
        String reason,
        @Nullable SpecViolation explanation) {}
