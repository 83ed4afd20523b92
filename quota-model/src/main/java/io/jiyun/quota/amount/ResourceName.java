package io.jiyun.quota.amount;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Name of a resource as a Kubernetes ResourceQuota spells it, for example {@code requests.cpu},
 * {@code pods} or {@code count/deployments.apps}.
 */
public record ResourceName(String value) implements Comparable<ResourceName> {
    public static final ResourceName REQUESTS_CPU = new ResourceName("requests.cpu");
    public static final ResourceName REQUESTS_MEMORY = new ResourceName("requests.memory");
    public static final ResourceName REQUESTS_STORAGE = new ResourceName("requests.storage");
    public static final ResourceName LIMITS_CPU = new ResourceName("limits.cpu");
    public static final ResourceName LIMITS_MEMORY = new ResourceName("limits.memory");
    public static final ResourceName PODS = new ResourceName("pods");
    public static final ResourceName CPU = new ResourceName("cpu");
    public static final ResourceName MEMORY = new ResourceName("memory");
    public static final ResourceName STORAGE = new ResourceName("storage");

    private static final int LONGEST = 252;
    private static final String REQUESTS = "requests.";

    /** Letters, digits and {@code - . _ /} between, as Kubernetes has them; at most 252. */
    public static boolean isValid(String value) {
        int last = value.length() - 1;
        if (last < 0 || last >= LONGEST || !isAlphanumeric(value.charAt(0))) {
            return false;
        }
        for (int index = 1; index < last; index++) {
            char letter = value.charAt(index);
            if (!isAlphanumeric(letter) && "-._/".indexOf(letter) < 0) {
                return false;
            }
        }
        return isAlphanumeric(value.charAt(last));
    }

    private static boolean isAlphanumeric(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9');
    }

    public Unit unit() {
        String base = withoutRequestsOrLimits();
        if (base.equals("cpu")) {
            return Unit.MILLICORE;
        }
        boolean bytes =
                base.equals("memory")
                        || base.equals("storage")
                        || base.equals("ephemeral-storage")
                        || base.startsWith("hugepages-")
                        || base.endsWith(".storageclass.storage.k8s.io/requests.storage");
        return bytes ? Unit.BYTE : Unit.COUNT;
    }

    /**
     * The capacity of a pool this resource is taken from: {@code cpu} for {@code requests.cpu}.
     * Empty for limits and object counts, which occupy no capacity of their own.
     */
    public Optional<ResourceName> capacity() {
        if (value.startsWith(REQUESTS)) {
            return Optional.of(new ResourceName(value.substring(REQUESTS.length())));
        }
        boolean itsOwn =
                equals(PODS) || equals(CPU) || equals(MEMORY) || value.equals("ephemeral-storage");
        return itsOwn ? Optional.of(this) : Optional.empty();
    }

    /** Whether this names devices such as GPUs, of which a pool that lists none has none. */
    public boolean isExtended() {
        return withoutRequestsOrLimits().contains("/")
                && !value.startsWith("count/")
                && unit() == Unit.COUNT
                && !value.contains(".storageclass.storage.k8s.io/");
    }

    private String withoutRequestsOrLimits() {
        return value.startsWith(REQUESTS)
                ? value.substring(REQUESTS.length())
                : value.startsWith("limits.") ? value.substring("limits.".length()) : value;
    }

    /** Written out: names are compared far more often than anything else. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourceName name && value.equals(name.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(ResourceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
