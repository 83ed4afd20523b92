package io.jiyun.operator.testbed;

/** Kubeconfigs as a person would write them. */
public final class KubeconfigText {

    public static String of(String server, String trust, String login) {
        return """
        apiVersion: v1
        kind: Config
        clusters: [{name: member, cluster: {server: "%s", %s}}]
        users: [{name: operator, user: {%s}}]
        contexts: [{name: member, context: {cluster: member, user: operator}}]
        current-context: member
        """
                .formatted(server, trust, login);
    }

    private KubeconfigText() {}
}
