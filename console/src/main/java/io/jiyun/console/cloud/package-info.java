/** Clouds and pools: what there is, what is promised, what is used. */
@NullMarked
package io.jiyun.console.cloud;

import org.jspecify.annotations.NullMarked;
