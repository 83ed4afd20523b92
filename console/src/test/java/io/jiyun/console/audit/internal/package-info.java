@NullMarked
package io.jiyun.console.audit.internal;

import org.jspecify.annotations.NullMarked;
