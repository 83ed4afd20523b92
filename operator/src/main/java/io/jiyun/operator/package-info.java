/** Wires the operator together and starts it; no rule of the domain is in here. */
@NullMarked
package io.jiyun.operator;

import org.jspecify.annotations.NullMarked;
