package io.jiyun.operator;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds the conditions of one status. A condition that keeps its status keeps the time of its last
 * transition, so that an unchanged status is equal to the one before and is not written.
 */
public final class Conditions {
    private static final int LONGEST_MESSAGE = 2_000;

    private final List<Condition> before;
    private final @Nullable Long generation;
    private final String now;
    private final List<Condition> built = new ArrayList<>();

    public Conditions(List<Condition> before, @Nullable Long generation, Instant now) {
        this.before = before;
        this.generation = generation;
        this.now = now.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public Conditions set(String type, boolean status, String reason, String message) {
        return set(type, status ? "True" : "False", reason, message);
    }

    public Conditions unknown(String type, String reason, String message) {
        return set(type, "Unknown", reason, message);
    }

    private Conditions set(String type, String status, String reason, String message) {
        String since =
                before.stream()
                        .filter(it -> type.equals(it.getType()) && status.equals(it.getStatus()))
                        .map(Condition::getLastTransitionTime)
                        .findFirst()
                        .orElse(now);
        built.add(
                new ConditionBuilder()
                        .withType(type)
                        .withStatus(status)
                        .withReason(reason)
                        .withMessage(
                                message.length() > LONGEST_MESSAGE
                                        ? message.substring(0, LONGEST_MESSAGE) + "…"
                                        : message)
                        .withObservedGeneration(generation)
                        .withLastTransitionTime(since)
                        .build());
        return this;
    }

    public List<Condition> build() {
        return List.copyOf(built);
    }
}
