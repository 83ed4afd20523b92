package io.jiyun.console;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the console.
 *
 * @param data folder for the embedded database and what the console writes
 * @param kubeconfig how the hub is reached; null inside a cluster
 * @param prometheusUrl base address of the Prometheus HTTP API; null when there is none
 */
@ConfigurationProperties("jiyun")
public record ConsoleProperties(
        @DefaultValue(".jiyun") Path data,
        @Nullable Path kubeconfig,
        @Nullable String prometheusUrl) {}
