/**
 * A Kubernetes API server in memory, as far as Jiyun and its demo need one. It keeps the promises
 * Jiyun builds on – resource versions that only grow, compare-and-swap, server-side apply, quota
 * admission that charges at once and a quota controller that confirms later – and nothing else.
 * {@code docs/design/simulation.md} lists what a real server does differently.
 */
@NullMarked
package io.jiyun.operator.simulation.server;

import org.jspecify.annotations.NullMarked;
