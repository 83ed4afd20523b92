package io.jiyun.quota.guarantee;

/** Something a process is in the middle of, one call to an API server at a time. */
interface Work {
    /** Makes the next call and takes its answer; false once nothing is left to do. */
    boolean advance();

    /** The write that would be made next, as it may arrive without its sender. */
    Runnable request();

    /** Of the quota it works on. */
    String uid();
}
