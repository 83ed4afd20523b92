/**
 * Bureaus, what was granted to them, and whether a declaration may stand beside all the others of
 * the province. Decides on an immutable picture; reads nothing itself.
 */
@NullMarked
package io.jiyun.quota.tree;

import org.jspecify.annotations.NullMarked;
