/**
 * Amounts of resources and maps of them. Everything here is exact integer arithmetic on values that
 * are never negative; text comes in and goes out as Kubernetes quantities. Depends on nothing.
 */
@NullMarked
package io.jiyun.quota.amount;

import org.jspecify.annotations.NullMarked;
