package io.jiyun.operator.cloud;

/** Whether a cloud's audit stream is heard. */
public enum StreamState {
    /** Since this process began it never was; most clouds send none. */
    ABSENT,
    HEARD,
    SILENT
}
