/**
 * The clusters that member clouds stand for: connections, what Jiyun keeps in them as informers see
 * it, and whether they answer. Every cloud has its own client, threads and failures; one that hangs
 * costs the others nothing.
 */
@NullMarked
package io.jiyun.operator.cloud;

import org.jspecify.annotations.NullMarked;
