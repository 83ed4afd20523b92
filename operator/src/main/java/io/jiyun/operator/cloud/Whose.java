package io.jiyun.operator.cloud;

/** How far it is known whose request it was that a cloud's quotas refused without a trace. */
public enum Whose {
    /** It is known. */
    KNOWN,

    /** Not yet: it has not been found out for long enough. */
    SOON_KNOWN,

    /** Nothing will tell. */
    UNKNOWN
}
