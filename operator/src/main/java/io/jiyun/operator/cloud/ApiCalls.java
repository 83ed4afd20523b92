package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.ByteBuffer;
import java.util.List;

/** Counts every call to an API server by cloud, method and status code. */
public final class ApiCalls {
    private final Counter calls;

    public ApiCalls(PrometheusRegistry registry) {
        calls =
                Counter.builder()
                        .name("jiyun_api_calls_total")
                        .help(
                                "Calls to Kubernetes API servers, by cloud, HTTP method and status"
                                        + " code.")
                        .labelNames("cloud", "verb", "code")
                        .register(registry);
    }

    Interceptor of(String cloud) {
        return new Interceptor() {
            @Override
            public void after(
                    HttpRequest request,
                    HttpResponse<?> response,
                    AsyncBody.Consumer<List<ByteBuffer>> consumer) {
                calls.labelValues(cloud, request.method(), Integer.toString(response.code())).inc();
            }

            @Override
            public void afterConnectionFailure(HttpRequest request, Throwable failure) {
                calls.labelValues(cloud, request.method(), "none").inc();
            }
        };
    }
}
