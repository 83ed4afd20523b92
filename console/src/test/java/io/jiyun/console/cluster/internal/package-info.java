@NullMarked
package io.jiyun.console.cluster.internal;

import org.jspecify.annotations.NullMarked;
