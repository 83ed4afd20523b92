package io.jiyun.console.account;

/** Colour scheme of the pages. */
public enum Theme {
    LIGHT,
    DARK,
    /** Follows the operating system. */
    SYSTEM
}
