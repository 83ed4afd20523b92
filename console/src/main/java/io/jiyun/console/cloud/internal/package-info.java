/** Last known clouds, kept for the time the cluster is away. */
@NullMarked
package io.jiyun.console.cloud.internal;

import org.jspecify.annotations.NullMarked;
