package io.jiyun.operator.simulation.server;

/**
 * One kind of object the server keeps.
 *
 * @param status whether status is a subresource, that is: written apart from the rest
 */
public record ResourceType(
        String group,
        String version,
        String plural,
        String kind,
        boolean namespaced,
        boolean status)
        implements Comparable<ResourceType> {

    public static final ResourceType NAMESPACE = core("namespaces", "Namespace", false, true);
    public static final ResourceType POD = core("pods", "Pod", true, true);
    public static final ResourceType SECRET = core("secrets", "Secret", true, false);
    public static final ResourceType EVENT = core("events", "Event", true, false);
    public static final ResourceType RESOURCE_QUOTA =
            core("resourcequotas", "ResourceQuota", true, true);
    static final ResourceType LIMIT_RANGE = core("limitranges", "LimitRange", true, false);
    static final ResourceType CLAIM =
            core("persistentvolumeclaims", "PersistentVolumeClaim", true, true);
    static final ResourceType DEFINITION =
            new ResourceType(
                    "apiextensions.k8s.io",
                    "v1",
                    "customresourcedefinitions",
                    "CustomResourceDefinition",
                    false,
                    true);

    static ResourceType core(String plural, String kind, boolean namespaced, boolean status) {
        return new ResourceType("", "v1", plural, kind, namespaced, status);
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As messages name it: {@code pods}, {@code bureauquotas.jiyun.io}. */
    String qualifiedName() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    @Override
    public int compareTo(ResourceType other) {
        int byName = qualifiedName().compareTo(other.qualifiedName());
        return byName != 0 ? byName : version.compareTo(other.version);
    }
}
