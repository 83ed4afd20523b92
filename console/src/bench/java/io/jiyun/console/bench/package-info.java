/** Measurements of the console as packaged; run by {@code ./jiyun bench console}. */
@NullMarked
package io.jiyun.console.bench;

import org.jspecify.annotations.NullMarked;
