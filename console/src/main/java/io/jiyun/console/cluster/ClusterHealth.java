package io.jiyun.console.cluster;

import io.jiyun.api.v1alpha1.SpecViolation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the hub answers.
 *
 * @param since when this state began
 * @param why what is wrong, in both languages; null while the hub answers
 */
public record ClusterHealth(boolean reachable, Instant since, @Nullable SpecViolation why) {}
