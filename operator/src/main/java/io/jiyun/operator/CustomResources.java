package io.jiyun.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.QuotaLedger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The definitions of Jiyun's own resources, kept current on the hub where the operator may. */
public final class CustomResources {
    /** The files of {@code helm/jiyun/crds}, which the build packs into the operator. */
    public static final List<String> FILES =
            List.of(
                    "META-INF/jiyun/crds/memberclouds.yaml",
                    "META-INF/jiyun/crds/bureauquotas.yaml",
                    "META-INF/jiyun/crds/quotaledgers.yaml");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Creates or updates the definitions.
     *
     * @throws StartRefused when one is missing and may not be created
     */
    public static void ensure(KubernetesClient hub) throws StartRefused {
        for (String file : FILES) {
            CustomResourceDefinition wanted = read(file);
            String name = wanted.getMetadata().getName();
            CustomResourceDefinition present = present(hub, name);
            if (present == null) {
                create(hub, wanted);
            } else if (!Objects.equals(
                    hub.getKubernetesSerialization().asJson(present.getSpec().getVersions()),
                    hub.getKubernetesSerialization().asJson(wanted.getSpec().getVersions()))) {
                update(hub, present, wanted);
            }
            awaitEstablished(hub, name);
        }
        awaitServed(hub, MemberCloud.class);
        awaitServed(hub, BureauQuota.class);
        awaitServed(hub, QuotaLedger.class);
    }

    /** For a moment after a definition was established the API server still refuses to list. */
    private static <T extends HasMetadata> void awaitServed(KubernetesClient hub, Class<T> kind)
            throws StartRefused {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                hub.resources(kind)
                        .list(
                                new ListOptionsBuilder()
                                        .withLimit(1L)
                                        .withResourceVersion("0")
                                        .build());
                return;
            } catch (KubernetesClientException refusal) {
                if (refusal.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                    throw new StartRefused(
                            "the operator may not list "
                                    + kind.getSimpleName()
                                    + "; install the chart's ClusterRole");
                }
                if (System.nanoTime() > deadline) {
                    throw refusal;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static CustomResourceDefinition read(String file) {
        try (InputStream stream =
                CustomResources.class.getClassLoader().getResourceAsStream(file)) {
            return Serialization.unmarshal(
                    Objects.requireNonNull(stream, file), CustomResourceDefinition.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static @Nullable CustomResourceDefinition present(KubernetesClient hub, String name)
            throws StartRefused {
        try {
            return definition(hub, name).get();
        } catch (KubernetesClientException failure) {
            if (failure.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                throw new StartRefused(
                        "the operator may not read custom resource definitions; install the chart's"
                                + " ClusterRole");
            }
            throw failure;
        }
    }

    private static void create(KubernetesClient hub, CustomResourceDefinition wanted)
            throws StartRefused {
        try {
            hub.resource(wanted).create();
        } catch (KubernetesClientException refusal) {
            switch (refusal.getCode()) {
                case HttpURLConnection.HTTP_CONFLICT -> {} // another operator was first
                case HttpURLConnection.HTTP_FORBIDDEN ->
                        throw new StartRefused(
                                "custom resource definition "
                                        + wanted.getMetadata().getName()
                                        + " is missing and the operator may not create it; apply"
                                        + " helm/jiyun/crds first");
                default -> throw refusal;
            }
        }
    }

    /** Without the right to update, an older definition still serves. */
    private static void update(
            KubernetesClient hub,
            CustomResourceDefinition present,
            CustomResourceDefinition wanted) {
        present.getSpec().setVersions(wanted.getSpec().getVersions());
        present.getSpec().setNames(wanted.getSpec().getNames());
        try {
            hub.resource(present).update();
        } catch (KubernetesClientException refusal) {
            boolean bearable =
                    refusal.getCode() == HttpURLConnection.HTTP_FORBIDDEN
                            || refusal.getCode() == HttpURLConnection.HTTP_CONFLICT;
            if (!bearable) {
                throw refusal;
            }
        }
    }

    private static void awaitEstablished(KubernetesClient hub, String name) {
        definition(hub, name)
                .waitUntilCondition(
                        CustomResources::isEstablished, PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static boolean isEstablished(@Nullable CustomResourceDefinition definition) {
        return definition != null
                && definition.getStatus() != null
                && definition.getStatus().getConditions() != null
                && definition.getStatus().getConditions().stream()
                        .anyMatch(it ->
                                it.getType().equals("Established")
                                        && it.getStatus().equals("True"));
    }

    private static Resource<CustomResourceDefinition> definition(
            KubernetesClient hub, String name) {
        return hub.apiextensions().v1().customResourceDefinitions().withName(name);
    }

    private CustomResources() {}
}
