package io.jiyun.console.quota;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import java.util.List;
import java.util.Optional;

/**
 * Where approved requests take effect on quota. Checks no role: whoever calls it has. Locks are
 * taken in the order quota, pools, audit.
 */
public interface RequestedChanges {
    /** Who holds a quota. */
    record Holder(String quota, String bureauCode, String bureauName, long version) {}

    /** The quota a request is for; it need not be there yet if it is the bureau's first. */
    record Target(String quota, String bureauCode, String bureauName) {}

    /** How carrying a request out ended. */
    sealed interface Carried {
        /**
         * Decided and on its way to the cluster.
         *
         * @param adjusted standing grants that were cut, each as number, pool, before and after
         */
        record Out(long version, List<String> adjusted) implements Carried {}

        /** Nothing changed; everything that is wrong. */
        record Refused(List<SpecViolation> violations) implements Carried {}
    }

    Optional<Holder> holder(String quota);

    /** Whether the bureau holds no quota at all, so that its first is still to be made. */
    boolean hasNone(String bureauCode);

    /** What carrying the request out would do now. */
    QuotaPreview preview(String request, Target target, QuotaEffect effect);

    /**
     * The same, with everything it competes for locked until the running transaction ends, so that
     * what fits now can be reserved.
     */
    QuotaPreview claim(String request, Target target, QuotaEffect effect);

    /**
     * Changes the quota, or makes it, in the running transaction: new version, history, effect,
     * audit entry.
     */
    Carried carryOut(Actor actor, String request, Target target, QuotaEffect effect, String reason);

    /** Whether the cluster enforces that version, or a later one. */
    boolean isInForce(String quota, long version);
}
