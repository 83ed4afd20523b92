package io.jiyun.operator.testbed;

import java.util.List;

/**
 * What a replay of everything an API server admitted says.
 *
 * @param podChanges how many changes of pods were judged
 * @param faults moments at which the API server could admit more than the quota, by the limits it
 *     enforced and the use it counted; and whatever else makes the account worth nothing
 * @param miscounts moments at which more was there than the quota although the limits were right:
 *     the quota controller of Kubernetes counts without what is being admitted at that moment, so a
 *     namespace may take more than the limit that is enforced on it
 * @param report the highest sum ever admitted beside the quota, by bureau and resource
 */
public record Verdict(
        long podChanges, List<String> faults, List<String> miscounts, String report) {}
