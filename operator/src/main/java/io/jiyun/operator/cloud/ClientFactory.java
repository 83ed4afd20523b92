package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Makes clients that fail soon rather than wait long, and that are counted. */
public final class ClientFactory {
    /**
     * An API server allows 100 concurrent streams or more on one HTTP/2 connection; the client's
     * own default of five would make the operator wait for itself.
     */
    private static final int CONCURRENT_REQUESTS = 64;

    private static final int CONNECT_MILLISECONDS = 2_000;
    private static final int REQUEST_MILLISECONDS = 5_000;

    private final ApiCalls calls;
    private final Executor callbacks = Executors.newVirtualThreadPerTaskExecutor();

    public ClientFactory(ApiCalls calls) {
        this.calls = calls;
    }

    /** A client for the cluster that {@code config} names, counted under {@code cloud}. */
    public KubernetesClient connect(String cloud, Config config) {
        Config bounded =
                new ConfigBuilder(config)
                        .withConnectionTimeout(CONNECT_MILLISECONDS)
                        .withRequestTimeout(REQUEST_MILLISECONDS)
                        .withMaxConcurrentRequests(CONCURRENT_REQUESTS)
                        .withMaxConcurrentRequestsPerHost(CONCURRENT_REQUESTS)
                        // A retry inside the client would repeat a write whose answer was lost; the
                        // reconciler repeats from a fresh reading instead.
                        .withRequestRetryBackoffLimit(0)
                        .withUserAgent("jiyun-operator")
                        .build();
        return new KubernetesClientBuilder()
                .withConfig(bounded)
                .withHttpClientFactory(new JdkHttpClientFactory())
                .withHttpClientBuilderConsumer(
                        http -> http.addOrReplaceInterceptor("jiyun-calls", calls.of(cloud)))
                .withTaskExecutor(callbacks)
                .build();
    }
}
