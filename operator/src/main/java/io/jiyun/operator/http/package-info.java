/**
 * What the operator tells its surroundings: whether it lives, whether it works, and its metrics.
 */
@NullMarked
package io.jiyun.operator.http;

import org.jspecify.annotations.NullMarked;
