package io.jiyun.quota.plan;

import java.util.EnumSet;
import java.util.Set;

/** The guards that are in force: all of them, except where a test shows what one is good for. */
public final class Guards {
    private static final Guards ALL = new Guards(EnumSet.allOf(Guard.class));

    private final Set<Guard> inForce;

    private Guards(Set<Guard> inForce) {
        this.inForce = inForce;
    }

    public static Guards all() {
        return ALL;
    }

    /** For tests only; an architecture test holds this. */
    public static Guards without(Guard removed) {
        return new Guards(EnumSet.complementOf(EnumSet.of(removed)));
    }

    public boolean hold(Guard guard) {
        return inForce.contains(guard);
    }
}
