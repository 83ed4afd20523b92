package io.jiyun.quota.amount;

/** What came of reading a Kubernetes quantity. */
public sealed interface ParsedQuantity {

    /** The text was an amount. */
    record Parsed(Amount amount) implements ParsedQuantity {}

    /** The text was no amount of that resource. */
    record Rejected(Cause cause) implements ParsedQuantity {}

    /** Why a text is no amount. */
    enum Cause {
        /** Not a Kubernetes quantity at all. */
        MALFORMED,
        NEGATIVE,
        /** More than 63 bits can hold. */
        TOO_LARGE,
        /** Finer than the unit: 0.0001 cores, half a byte, one and a half pods. */
        TOO_FINE
    }
}
