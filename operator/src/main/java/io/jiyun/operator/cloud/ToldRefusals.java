package io.jiyun.operator.cloud;

/** Holds the refusals that API servers count against those that something tells of. */
final class ToldRefusals {
    /** How many of those told by now have been counted, too. */
    private long matched;

    private long before;

    /** Whether as many are told of as have been counted, with so many more. */
    boolean covers(long more, long told) {
        return told >= matched + more;
    }

    /** The same for good: what is not told of by now is not waited for any longer. */
    boolean settle(long more, long told) {
        boolean covers = covers(more, told);
        // What was told first may be counted next time. If it still is not, it happened on a
        // server whose count is not seen here.
        matched = Math.max(Math.min(told, matched + more), before);
        before = told;
        return covers;
    }
}
