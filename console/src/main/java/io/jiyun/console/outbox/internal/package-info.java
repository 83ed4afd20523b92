/** Table of waiting effects and the thread that works it off. */
@NullMarked
package io.jiyun.console.outbox.internal;

import org.jspecify.annotations.NullMarked;
