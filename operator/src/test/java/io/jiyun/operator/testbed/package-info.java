/**
 * A real Kubernetes control plane on loopback for tests and benchmarks, and what they ask of it.
 */
@NullMarked
package io.jiyun.operator.testbed;

import org.jspecify.annotations.NullMarked;
