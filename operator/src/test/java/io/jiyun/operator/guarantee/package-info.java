/** The quota guarantee under faults: the sum over a bureau's namespaces never exceeds its quota. */
@NullMarked
package io.jiyun.operator.guarantee;

import org.jspecify.annotations.NullMarked;
