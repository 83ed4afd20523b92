@NullMarked
package io.jiyun.console.quota.internal;

import org.jspecify.annotations.NullMarked;
