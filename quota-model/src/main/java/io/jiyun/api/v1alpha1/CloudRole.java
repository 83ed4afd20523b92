package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Part a cloud plays in the province. */
public enum CloudRole {
    /** A platform the province itself runs on. */
    @JsonProperty("Provincial")
    PROVINCIAL,
    /** A self-built cloud of a city or bureau 政务云孤岛. */
    @JsonProperty("Island")
    ISLAND
}
