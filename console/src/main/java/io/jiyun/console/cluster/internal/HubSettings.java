package io.jiyun.console.cluster.internal;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the hub is. The kubeconfig may appear after the console started, and may be rewritten. */
class HubSettings {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int REQUEST_MILLIS = 10_000;

    private final @Nullable Path kubeconfig;
    private @Nullable String known;

    HubSettings(@Nullable Path kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    /** What the settings are compared with the last reading. */
    sealed interface Change {
        record Same() implements Change {}

        record Replaced(Config config) implements Change {}

        record Missing(String file) implements Change {}

        record Unreadable(String file, String why) implements Change {}
    }

    Change read() {
        if (kubeconfig == null) {
            if (known != null) {
                return new Change.Same();
            }
            known = "";
            return new Change.Replaced(bounded(Config.autoConfigure(null)));
        }
        String file = kubeconfig.toString();
        if (!Files.isRegularFile(kubeconfig)) {
            return new Change.Missing(file);
        }
        try {
            String text = Files.readString(kubeconfig);
            if (text.equals(known)) {
                return new Change.Same();
            }
            Config config = bounded(Config.fromKubeconfig(kubeconfig.toFile()));
            known = text;
            return new Change.Replaced(config);
        } catch (IOException | RuntimeException e) {
            return new Change.Unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private static Config bounded(Config config) {
        return new ConfigBuilder(config)
                .withConnectionTimeout(CONNECT_MILLIS)
                .withRequestTimeout(REQUEST_MILLIS)
                .withRequestRetryBackoffLimit(0)
                .build();
    }
}
