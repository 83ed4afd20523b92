@NullMarked
package io.jiyun.console.usage.internal;

import org.jspecify.annotations.NullMarked;
