package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which side of a loan a bureau stands on. */
public enum LoanDirection {
    /** 借出. */
    @JsonProperty("Lent")
    LENT,
    /** 借入. */
    @JsonProperty("Borrowed")
    BORROWED
}
