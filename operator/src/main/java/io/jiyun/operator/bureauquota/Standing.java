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
    /** Its cloud answers but refused or broke off what was asked; it is tried again. */
    FAILED,
    /** Its cloud does not answer, or was not asked to the end, so nothing is known. */
    UNKNOWN
}
