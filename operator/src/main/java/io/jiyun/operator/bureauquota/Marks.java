package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.JiyunApi;
import java.util.LinkedHashMap;
import java.util.Map;

/** The labels by which everyone can tell what is Jiyun's and for which bureau and pool. */
record Marks(String bureauQuota, String bureauCode, String pool) {
    /**
     * On the Namespace only: identifies the holder beyond the life of a BureauQuota, so that a
     * bureau gets back what it kept, and labels removed by hand do not make its namespace a
     * stranger's.
     */
    static final String CODE_ANNOTATION = "jiyun.io/bureau-code";

    /** On the ResourceQuota: tells apart two writes of the same quota; see {@link Fences}. */
    static final String FENCE_ANNOTATION = "jiyun.io/fence";

    static Marks of(BureauQuota quota, String pool) {
        return new Marks(quota.getMetadata().getName(), quota.getSpec().bureau().code(), pool);
    }

    Map<String, String> labels() {
        return Map.of(
                JiyunApi.MANAGED_BY_LABEL, JiyunApi.MANAGED_BY,
                JiyunApi.BUREAU_LABEL, bureauQuota,
                JiyunApi.POOL_LABEL, pool);
    }

    ObjectMeta metadata(String namespace, String name) {
        return new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(name)
                .withLabels(labels())
                .build();
    }

    boolean areOn(HasMetadata object) {
        return labelsOf(object).entrySet().containsAll(labels().entrySet());
    }

    /** Adds the labels; what others set stays. */
    void putOn(HasMetadata object) {
        Map<String, String> all = new LinkedHashMap<>(labelsOf(object));
        all.putAll(labels());
        object.getMetadata().setLabels(all);
    }

    /** Takes Jiyun's labels away; what others set stays. */
    static void liftFrom(HasMetadata object) {
        Map<String, String> rest = new LinkedHashMap<>(labelsOf(object));
        rest.keySet().remove(JiyunApi.MANAGED_BY_LABEL);
        rest.keySet().remove(JiyunApi.BUREAU_LABEL);
        rest.keySet().remove(JiyunApi.POOL_LABEL);
        object.getMetadata().setLabels(rest);
    }

    static Map<String, String> labelsOf(HasMetadata object) {
        Map<String, String> labels = object.getMetadata().getLabels();
        return labels == null ? Map.of() : labels;
    }

    static Map<String, String> annotationsOf(HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }
}
