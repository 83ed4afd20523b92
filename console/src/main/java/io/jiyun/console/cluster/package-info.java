/** The hub cluster as the console sees it: its two kinds of resource, its health, its news. */
@NullMarked
package io.jiyun.console.cluster;

import org.jspecify.annotations.NullMarked;
