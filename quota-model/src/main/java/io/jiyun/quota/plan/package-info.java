/**
 * How a bureau's quota in one pool is spread over its namespaces as slices, and in which order
 * slices may change. Pure: a snapshot goes in, a plan comes out; the operator only executes it.
 *
 * <p>The invariant, for every resource: the sum over the namespaces of what their API servers could
 * admit never exceeds the quota. What an API server could admit is bounded by the ledger entry
 * ({@code granted}): an entry is raised before the namespace's ResourceQuota grows, and lowered
 * only after the cloud confirmed the smaller ResourceQuota and use fits into it.
 */
@NullMarked
package io.jiyun.quota.plan;

import org.jspecify.annotations.NullMarked;
