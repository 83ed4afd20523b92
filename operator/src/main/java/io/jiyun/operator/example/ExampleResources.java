package io.jiyun.operator.example;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.jiyun.api.v1alpha1.MemberCloud;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cloud {@code provincial} and the quota {@code health}, as the documentation shows them. */
public final class ExampleResources {
    private static final Logger LOG = LoggerFactory.getLogger(ExampleResources.class);

    private ExampleResources() {}

    /** Declares the example unless a cloud is declared already. */
    public static void declareIfNone(Config hub) {
        try (KubernetesClient client =
                        new KubernetesClientBuilder()
                                .withConfig(hub)
                                .withHttpClientFactory(new JdkHttpClientFactory())
                                .build();
                InputStream example = open()) {
            if (client.resources(MemberCloud.class).list().getItems().isEmpty()) {
                client.load(example).serverSideApply();
                LOG.info(
                        "The cluster held no MemberCloud: the example cloud provincial and the"
                                + " example quota health were declared");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the example cannot be read", e);
        }
    }

    private static InputStream open() {
        return Objects.requireNonNull(ExampleResources.class.getResourceAsStream("example.yaml"));
    }
}
