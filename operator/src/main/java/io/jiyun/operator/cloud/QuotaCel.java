package io.jiyun.operator.cloud;

/**
 * Expressions in CEL about a pod and the ResourceQuota that is the policy's parameter. A resize is
 * judged by what it asks for beyond what the pod had. Nothing is as exact as in quota admission
 * itself, which alone decides: init containers and what runs besides a pod are not added up.
 */
final class QuotaCel {
    /** Whether there is no room for one more pod, however small. */
    static final String NO_MORE_PODS = "oldObject == null && 1.0 > " + left("pods");

    /** Sums of quantities are floating-point numbers here, in cores or bytes. */
    private static final String SLACK = "0.000001";

    /** How much is asked for, where that is more than is left; else 0. */
    static String shortOf(AskSize size) {
        return "[[%s, %s], [%s, %s]].map(it, it[0] > it[1] + %s ? it[0] : 0.0).max()"
                .formatted(
                        asked("requests", size),
                        left(size.requests().value()),
                        asked("limits", size),
                        left(size.limits().value()),
                        SLACK);
    }

    /** The step of what is refused, whether it is this resource that is short or another one. */
    static String step(AskSize size) {
        return """
        [variables.NAME > 0.0 ? variables.NAME : REQUESTED].map(asked,
              1 + BOUNDS.filter(it, asked > it).size())[0]\
        """
                .replace("NAME", size.name())
                .replace("REQUESTED", asked("requests", size))
                .replace("BOUNDS", size.bounds());
    }

    private static String asked(String kind, AskSize size) {
        return """
        [[object, oldObject].map(pod, pod == null ? 0.0 :
          pod.spec.?resources.?KIND[?'NAME'].optMap(it, AMOUNT).orValue(
            pod.spec.containers.map(container,
              container.?resources.?KIND[?'NAME'].optMap(it, AMOUNT).orValue(0.0)).sum()))
        ].map(both, both[0] - both[1])[0]\
        """
                .replace("KIND", kind)
                .replace("NAME", size.name())
                .replace("AMOUNT", amount("it"));
    }

    private static String left(String resource) {
        return """
        params.?status.?hard[?'NAME'].optMap(hard, HARD
          - params.?status.?used[?'NAME'].optMap(used, USED).orValue(0.0)).orValue(1.0e18)\
        """
                .replace("NAME", resource)
                .replace("HARD", amount("hard"))
                .replace("USED", amount("used"));
    }

    private static String amount(String quantity) {
        return "quantity(string(" + quantity + ")).asApproximateFloat()";
    }

    private QuotaCel() {}
}
