package io.jiyun.operator.bureauquota;

/** How a namespace stands to the bureau that is to use it. */
enum Standing {
    /** It exists and is the bureau's. */
    HELD,
    /** It does not exist. */
    ABSENT,
    /** It exists and belongs to someone else: never touched. */
    FOREIGN,
    /** It is being deleted. */
    TERMINATING,
    /** Its cloud does not answer, so nothing is known. */
    UNKNOWN
}
