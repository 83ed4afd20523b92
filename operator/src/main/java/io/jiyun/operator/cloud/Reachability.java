package io.jiyun.operator.cloud;

/** Whether a cloud's API server answers. */
public sealed interface Reachability {
    /** Nothing was heard of it yet. */
    record Untried() implements Reachability {}

    /** It answered, and everything Jiyun keeps there is known. */
    record Reachable(String version) implements Reachability {}

    /** It did not answer the last time; tried again with growing pauses. */
    record Unreachable(Sentence why) implements Reachability {}

    /** The connection cannot be used as declared, or may not; nothing is written there. */
    record Misconfigured(Sentence why) implements Reachability {}

    default boolean isReachable() {
        return this instanceof Reachable;
    }
}
