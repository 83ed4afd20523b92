/** Measurements of the operator on a control plane of its own; run by {@code ./jiyun bench}. */
@NullMarked
package io.jiyun.operator.bench;

import org.jspecify.annotations.NullMarked;
