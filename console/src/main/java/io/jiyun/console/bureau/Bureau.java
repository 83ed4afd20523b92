package io.jiyun.console.bureau;

import org.jspecify.annotations.Nullable;

/**
 * An organisation that holds quota.
 *
 * @param parentCode code of the organisation above; null directly under the province
 */
public record Bureau(String code, String name, @Nullable String parentCode) {}
