package io.jiyun.console.workflow;

import java.util.List;

/**
 * When a request is decided without people, once the bureau has signed. All figures are suggested
 * values.
 *
 * @param usePercent an increase needs more than this share of the quota in use
 * @param utilisationPercent and at least this share of what was requested really worked
 * @param storagePercent storage needs more than this share in use
 * @param cpuTiers sizes in cores, ascending; a rise of at most one step is small
 * @param memoryTiers sizes of memory, ascending
 * @param storageTiers sizes of storage, ascending
 * @param source whose rule it is
 */
public record AutoRule(
        Kind kind,
        int usePercent,
        int utilisationPercent,
        int storagePercent,
        List<String> cpuTiers,
        List<String> memoryTiers,
        List<String> storageTiers,
        String source) {
    public static final AutoRule NONE =
            new AutoRule(Kind.NONE, 0, 0, 0, List.of(), List.of(), List.of(), "");

    /** How the rule decides. */
    public enum Kind {
        /** People decide. */
        NONE,
        /** Whatever gives quota back is decided at once, unless less would be left than is used. */
        AT_ONCE,
        /** Small increases are decided where use and utilisation justify them. */
        EVIDENCE
    }
}
