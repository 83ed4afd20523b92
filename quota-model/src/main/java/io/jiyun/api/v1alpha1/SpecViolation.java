package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.jiyun.quota.rule.Violation;

/**
 * One thing that is wrong, as a sentence with place and remedy in both languages of the product.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpecViolation(
        @JsonPropertyDescription("CamelCase name of the rule that is broken.") String reason,
        @JsonPropertyDescription("Path of the field, for example spec.namespaces[1].name.")
                String field,
        @JsonPropertyDescription("Sentence in Simplified Chinese.") String zh,
        @JsonPropertyDescription("Sentence in English.") String en) {

    public static SpecViolation of(Violation violation) {
        return new SpecViolation(
                violation.reason().code(), violation.field(), violation.zh(), violation.en());
    }
}
