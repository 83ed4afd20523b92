/** The one place that talks to the Kubernetes API. */
@NullMarked
package io.jiyun.console.cluster.internal;

import org.jspecify.annotations.NullMarked;
