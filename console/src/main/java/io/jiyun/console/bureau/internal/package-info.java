/** Storage of the register. */
@NullMarked
package io.jiyun.console.bureau.internal;

import org.jspecify.annotations.NullMarked;
