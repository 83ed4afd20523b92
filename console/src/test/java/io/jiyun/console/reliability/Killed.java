package io.jiyun.console.reliability;

/** The end of a process, which no code of that process can catch. */
final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed(CrashPoint point) {
        super(point.toString(), null, false, false);
    }
}
