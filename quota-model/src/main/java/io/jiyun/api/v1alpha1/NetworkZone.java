package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Network a pool's workloads stand in; the two are not routed to each other. */
public enum NetworkZone {
    /** 政务外网区. */
    @JsonProperty("Government")
    GOVERNMENT,
    /** 互联网区. */
    @JsonProperty("Internet")
    INTERNET
}
