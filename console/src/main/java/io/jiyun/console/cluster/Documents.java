package io.jiyun.console.cluster;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Resources of the API as JSON text, the way the API itself writes them. */
public final class Documents {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private Documents() {}

    public static String write(Object document) {
        return SERIALIZATION.asJson(document);
    }

    public static <T> T read(String json, Class<T> kind) {
        return SERIALIZATION.unmarshal(json, kind);
    }
}
