package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a bureau's namespaces when its BureauQuota is deleted. */
public enum DeletionPolicy {
    /** Namespaces and what runs in them stay; only Jiyun's own marks are lifted. */
    @JsonProperty("Retain")
    RETAIN,
    /** Namespaces are deleted with everything in them. */
    @JsonProperty("Delete")
    DELETE
}
