package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.operator.cloud.Cloud;
import io.jiyun.operator.cloud.RefusalCell;
import java.net.HttpURLConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds namespaces for a bureau: creates them, keeps their marks, and never takes one that is
 * someone else's.
 */
final class NamespaceTenure {

    /** Makes sure the namespace exists and is marked, unless it is not the bureau's. */
    static Standing hold(Cloud cloud, String name, Marks marks) {
        Namespace seen = cloud.namespaces().find(null, name).orElse(null);
        if (seen == null) {
            try {
                create(cloud, name, marks);
                return Standing.HELD;
            } catch (KubernetesClientException refusal) {
                if (refusal.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                    throw refusal;
                }
            }
            seen = live(cloud, name);
            if (seen == null) {
                return Standing.TERMINATING; // gone between the two answers; its event follows
            }
        }
        return keep(cloud, seen, marks);
    }

    /** How an existing or absent namespace stands, without changing anything. */
    static Standing look(Cloud cloud, String name, Marks marks) {
        Namespace seen = cloud.namespaces().find(null, name).orElseGet(() -> live(cloud, name));
        if (seen == null) {
            return Standing.ABSENT;
        }
        if (seen.getMetadata().getDeletionTimestamp() != null) {
            return Standing.TERMINATING;
        }
        return isOwn(seen, marks) ? Standing.HELD : Standing.FOREIGN;
    }

    /** Lifts Jiyun's marks; the holder's code stays, so that the bureau can take it back. */
    static void release(Cloud cloud, String name) {
        Namespace held = cloud.namespaces().find(null, name).orElse(null);
        if (held == null || !Marks.labelsOf(held).containsKey(JiyunApi.MANAGED_BY_LABEL)) {
            return;
        }
        Namespace released = new NamespaceBuilder(held).build();
        Marks.liftFrom(released);
        released.getMetadata()
                .getLabels()
                .keySet()
                .removeAll(RefusalCell.of(name).labels().keySet());
        cloud.client().resource(released).update();
        cloud.namespaces().forget(null, name);
    }

    static void delete(Cloud cloud, String name) {
        cloud.client().namespaces().withName(name).delete();
        cloud.namespaces().forget(null, name);
    }

    private static void create(Cloud cloud, String name, Marks marks) {
        Namespace wanted =
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withLabels(marks.labels())
                        .addToLabels(RefusalCell.of(name).labels())
                        .addToAnnotations(Marks.CODE_ANNOTATION, marks.bureauCode())
                        .endMetadata()
                        .build();
        cloud.namespaces().remember(cloud.client().resource(wanted).create());
    }

    private static Standing keep(Cloud cloud, Namespace seen, Marks marks) {
        if (seen.getMetadata().getDeletionTimestamp() != null) {
            return Standing.TERMINATING;
        }
        if (!isOwn(seen, marks)) {
            return Standing.FOREIGN;
        }
        boolean coded =
                marks.bureauCode().equals(Marks.annotationsOf(seen).get(Marks.CODE_ANNOTATION));
        Map<String, String> cell = RefusalCell.of(seen.getMetadata().getName()).labels();
        boolean counted = Marks.labelsOf(seen).entrySet().containsAll(cell.entrySet());
        if (!marks.areOn(seen) || !coded || !counted) {
            Namespace marked = new NamespaceBuilder(seen).build();
            marks.putOn(marked);
            marked.getMetadata().getLabels().putAll(cell);
            Map<String, String> annotations = new LinkedHashMap<>(Marks.annotationsOf(marked));
            annotations.put(Marks.CODE_ANNOTATION, marks.bureauCode());
            marked.getMetadata().setAnnotations(annotations);
            cloud.namespaces().remember(cloud.client().resource(marked).update());
        }
        return Standing.HELD;
    }

    private static boolean isOwn(Namespace namespace, Marks marks) {
        Map<String, String> annotations = Marks.annotationsOf(namespace);
        String code = annotations.get(Marks.CODE_ANNOTATION);
        if (code != null) {
            return code.equals(marks.bureauCode());
        }
        Map<String, String> labels = Marks.labelsOf(namespace);
        return (JiyunApi.MANAGED_BY.equals(labels.get(JiyunApi.MANAGED_BY_LABEL))
                        && marks.bureauQuota().equals(labels.get(JiyunApi.BUREAU_LABEL)))
                || marks.bureauQuota().equals(annotations.get(JiyunApi.ADOPT_ANNOTATION));
    }

    private static @Nullable Namespace live(Cloud cloud, String name) {
        return cloud.client().namespaces().withName(name).get();
    }

    private NamespaceTenure() {}
}
