@NullMarked
package io.jiyun.console.outbox;

import org.jspecify.annotations.NullMarked;
