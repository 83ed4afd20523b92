/**
 * The simulated province for demonstration and training: three clouds on loopback, tenants that
 * live in them, and ninety days of usage. The operator and the console are not told that it is a
 * simulation; they meet a Kubernetes API and a Prometheus API as in production.
 */
@NullMarked
package io.jiyun.operator.simulation;

import org.jspecify.annotations.NullMarked;
