/**
 * Reconciles BureauQuota: judges the declaration, plans the slices, and brings namespaces, quota,
 * guardrails and access on the clouds to what was decided.
 *
 * <p>The ledger in {@code status.namespaces[].granted} is the only authority on how much a
 * namespace may be given. It is written by compare-and-swap before a ResourceQuota grows and after
 * one has verifiably shrunk; see {@code docs/design/quota-guarantee.md}.
 */
@NullMarked
package io.jiyun.operator.bureauquota;

import org.jspecify.annotations.NullMarked;
